package org.assay.datasets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.datasets.corruption.Corruptions;
import org.assay.media.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  private static final String VALID =
      """
      path,label,group,split,source,licence,format
      a.jpg,real,g1,train,here,CC0,JPEG
      "b, c.png",face-swap,g2,test,"said ""so\""",,PNG
      """;

  @TempDir Path folder;

  @Test
  void columnsBecomeRolesAndSlices() throws Exception {
    List<ListingEntry> entries = read(VALID, ColumnNames.OURS).entries();
    assertThat(entries).hasSize(2);
    ListingEntry second = entries.get(1);
    assertThat(second.line()).isEqualTo(3);
    assertThat(second.file()).isEqualTo(folder.resolve("b, c.png"));
    assertThat(second.label()).isEqualTo("face-swap");
    assertThat(second.group()).isEqualTo("g2");
    assertThat(second.split()).isEqualTo("test");
    assertThat(second.source()).isEqualTo("said \"so\"");
    assertThat(second.licence()).isEmpty();
    assertThat(second.slices()).containsExactly(Map.entry("format", "PNG"));
    assertThat(second.slice("camera")).isEmpty();
  }

  @Test
  void otherColumnNamesAreMappedAndTheDisplacedColumnIsASlice() throws Exception {
    ColumnNames names = ColumnNames.parse("path=file,label=ai_mark");
    ListingEntry entry = read("file,ai_mark,label\nx/y.png,1,cat\n", names).entries().get(0);
    assertThat(entry.file()).isEqualTo(folder.resolve("x/y.png"));
    assertThat(entry.label()).isEqualTo("1");
    assertThat(entry.slices()).containsOnlyKeys("label");
    assertThat(entry.group()).isEqualTo("x/y.png");
  }

  @Test
  void quotedFieldsMayHoldCommasQuotesAndLineBreaks() throws Exception {
    Listing listing =
        read("path,label\r\n\"a\r\n\"\"b\"\",c\",real\r\n\r\nd,real", ColumnNames.OURS);
    assertThat(listing.entries()).hasSize(2);
    assertThat(listing.entries().get(0).group()).isEqualTo("a\r\n\"b\",c");
    assertThat(listing.entries().get(1).line()).isEqualTo(5);
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    assertThat(read("\uFEFFpath,label\na,real\n", ColumnNames.OURS).entries()).hasSize(1);
  }

  @Test
  void absolutePathsStayAndOthersStartAtTheListing() throws Exception {
    Path absolute = folder.resolveSibling("elsewhere.png").toAbsolutePath();
    Listing listing =
        read("path,label\n\"" + absolute + "\",real\n../up.png,real\n", ColumnNames.OURS);
    assertThat(listing.entries().get(0).file()).isEqualTo(absolute);
    assertThat(listing.entries().get(1).file()).isEqualTo(folder.resolveSibling("up.png"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                               | line 1: expected a header, found none
          'pth,label;a,real'               | line 1: no column 'path' for path; the columns are pth, label
          'path,label,path'                | line 1: a column named 'path' is there twice
          'path,,label'                    | line 1: a column named '' is blank
          'path,label;a,real;b'            | line 3: expected 2 fields, found 1
          'path,label;a,real,more'         | line 2: expected 2 fields, found 3
          'path,label;,real'               | line 2: path is blank
          'path,label;a,'                  | line 2: label is blank
          'path,label;a,real;b,real;./a,x' | line 4: path './a' is on line 2 already
          'path,label;"a,real;b,real'      | line 2: a quoted field is not closed
          'path,label;a"b,real'            | line 2: a quote inside a field that does not begin with one
          'path,label;"a"b,real'           | line 2: expected a comma after the closing quote, found b
          'path,label;a\\0,real'           | line 2: a zero byte
          """)
  void faultsAreNamedWithTheirLine(String text, String message) throws IOException {
    Path file =
        write(text.replace(';', '\n').replace("\\0", "\0").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Listing.read(file, ColumnNames.OURS))
        .isInstanceOf(ListingException.class)
        .hasMessageStartingWith(file + ", " + message);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Path file = write(new byte[] {'p', 'a', 't', 'h', ',', (byte) 0xC3, '\n'});
    assertThatThrownBy(() -> Listing.read(file, ColumnNames.OURS))
        .isInstanceOf(ListingException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void endlessFieldIsRefusedBeforeItFillsTheMemory() throws IOException {
    Path file =
        write(
            ("path,label\n\"" + "x".repeat(CsvReader.LONGEST_FIELD + 10))
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Listing.read(file, ColumnNames.OURS))
        .isInstanceOf(ListingException.class)
        .hasMessageContaining("line 2: a field of more than 1048576 characters");
  }

  @Test
  void endlessRecordIsRefused() throws IOException {
    Path file = write(",".repeat(5000).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Listing.read(file, ColumnNames.OURS))
        .isInstanceOf(ListingException.class)
        .hasMessageContaining("more than 4096 fields");
  }

  @Test
  void mappedColumnMustBeThere() throws IOException {
    Path file = write(VALID.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Listing.read(file, ColumnNames.parse("group=person")))
        .isInstanceOf(ListingException.class)
        .hasMessageContaining("no column 'person' for group");
  }

  @Test
  void everyTruncationAndCorruptionIsReadOrRefusedCleanly() throws IOException {
    byte[] valid = VALID.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int length = 0; length < valid.length; length++) {
      refused += refused(Arrays.copyOf(valid, length));
    }
    for (long seed = 0; seed < 300; seed++) {
      refused += refused(Corruptions.corrupt(valid, seed));
    }
    assertThat(refused).isGreaterThan(200);
  }

  /** 1 for a listing that is refused as it should be; any other exception fails the test. */
  private int refused(byte[] bytes) throws IOException {
    try {
      Listing.read(write(bytes), ColumnNames.OURS);
      return 0;
    } catch (ListingException e) {
      assertThat(e).hasMessageContaining("line ");
      return 1;
    }
  }

  @Test
  void mappingOptionIsChecked() {
    assertThatThrownBy(() -> ColumnNames.parse("lable=x"))
        .hasMessage("no role 'lable'; roles are path, label, group, split, source, licence");
    assertThatThrownBy(() -> ColumnNames.parse("label"))
        .hasMessage("expected role=column, such as label=ai_mark, found 'label'");
    assertThatThrownBy(() -> ColumnNames.parse("label=a,label=b"))
        .hasMessage("role label is mapped twice");
  }

  @Test
  void writtenListingReadsBackTheSame() throws Exception {
    Listing first = read(VALID, ColumnNames.OURS);
    Path copy = folder.resolve("copy.csv");
    try (ListingWriter writer = new ListingWriter(copy, List.of("format"))) {
      for (ListingEntry entry : first.entries()) {
        writer.add(entry);
      }
    }
    assertThat(Files.readString(copy)).isEqualTo(VALID);
    assertThat(Listing.read(copy, ColumnNames.OURS).entries()).isEqualTo(first.entries());
  }

  @Test
  void contextComesFromSlices() throws Exception {
    String text =
        """
        path,label,account,hashtags,posted,remixOf,declaredLabels
        a,real,ana,cats dogs,2026-01-31T10:00:00Z,item-1,ai-generated
        b,real,,,,,
        c,real,,,yesterday,,
        """;
    Listing listing = read(text, ColumnNames.OURS);
    Context full = ContextColumns.of(listing.file(), listing.entries().get(0));
    assertThat(full.account()).isEqualTo("ana");
    assertThat(full.hashtags()).containsExactly("cats", "dogs");
    assertThat(full.posted()).contains(Instant.parse("2026-01-31T10:00:00Z"));
    assertThat(full.remixOf()).contains("item-1");
    assertThat(full.declaredLabels()).containsExactly("ai-generated");
    assertThat(ContextColumns.of(listing.file(), listing.entries().get(1))).isEqualTo(Context.NONE);
    assertThatThrownBy(() -> ContextColumns.of(listing.file(), listing.entries().get(2)))
        .hasMessageContaining("line 4: posted 'yesterday' is no instant");
  }

  @Test
  void readerGivesEntriesOneByOne() throws Exception {
    Path file = write(VALID.getBytes(StandardCharsets.UTF_8));
    try (ListingReader reader = ListingReader.open(file, ColumnNames.OURS)) {
      assertThat(reader.next().map(ListingEntry::label)).contains("real");
      assertThat(reader.next().map(ListingEntry::label)).contains("face-swap");
      assertThat(reader.next()).isEqualTo(Optional.empty());
    }
  }

  private Listing read(String text, ColumnNames names) throws IOException, ListingException {
    return Listing.read(write(text.getBytes(StandardCharsets.UTF_8)), names);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("listing.csv"), bytes);
  }
}
