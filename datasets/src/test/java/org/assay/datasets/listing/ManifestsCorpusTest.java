package org.assay.datasets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class ManifestsCorpusTest {

  @ParameterizedTest
  @CsvSource({
    "aigen/dev/manifest.csv, label=label",
    "faces/dev/manifest.csv, group=group",
    "marks/labels.csv, path=file|label=ai_mark|source=source_repo",
    "reposts/manifest.csv, label=role|group=original_id|source=source_repo",
  })
  void listingsOfOthersAreReadAsTheyAre(String manifest, String columns) throws Exception {
    Path file = Path.of(System.getProperty("assay.root", "."), "../shared", manifest).normalize();
    assumeThat(file).as("the corpora beside the project").exists();
    Listing listing = Listing.read(file, ColumnNames.parse(columns.replace('|', ',')));
    assertThat(listing.entries()).hasSizeGreaterThan(50);
    assertThat(listing.entries())
        .filteredOn(entry -> !Files.isRegularFile(entry.file()))
        .extracting(ListingEntry::line)
        .isEmpty();
  }
}
