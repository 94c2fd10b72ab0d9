package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  @TempDir Path folder;

  @Test
  void quotedCellsKeepCommasQuotesAndLines() throws Exception {
    assertThat(Csv.parse("a,\"b,\"\"c\"\"\nd\",\r\n\nlast,,x"))
        .containsExactly(List.of("a", "b,\"c\"\nd", ""), List.of("last", "", "x"));
    assertThatThrownBy(() -> Csv.parse("a,\"b")).isInstanceOf(IOException.class);
  }

  @Test
  void otherColumnNamesAreMappedAndOtherSplitsLeftOut() throws Exception {
    Path listing =
        write("path,label,maker,split\na.png,real,camera,train\nb.png,ai,g,dev\nc/d.png,ai,g,\n");
    Map<String, String> columns = Map.of("group", "maker");
    assertThat(Listing.read(listing, columns, false))
        .containsExactly(
            new Listing.Item(folder.resolve("a.png"), false, "camera", ""),
            new Listing.Item(folder.resolve("c/d.png"), true, "g", ""));
    assertThat(Listing.read(listing, columns, true)).hasSize(3);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Path noGroup = write("path,label\na.png,real\n");
    assertThatThrownBy(() -> Listing.read(noGroup, Map.of(), false))
        .hasMessageContaining("no column 'group'")
        .hasMessageContaining("--columns group=");
    Path shortRow = write("path,label,group\na.png,real\n");
    assertThatThrownBy(() -> Listing.read(shortRow, Map.of(), false))
        .hasMessageContaining("row 2 has 2 cells, expected 3");
    Path none = write("path,label,group\n");
    assertThatThrownBy(() -> Listing.read(none, Map.of(), false)).isInstanceOf(IOException.class);
    Path empty = write("");
    assertThatThrownBy(() -> Listing.read(empty, Map.of(), false)).isInstanceOf(IOException.class);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("listing.csv"), text);
  }
}
