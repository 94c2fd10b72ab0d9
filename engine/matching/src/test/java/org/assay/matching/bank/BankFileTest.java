package org.assay.matching.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assay.matching.hash.HashTypes;
import org.assay.signal.HashType;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RandomSeed.class)
class BankFileTest {
  private static final String HEADER = "bank,entry,type,hash,quality,verdict\n";
  private static final String ZEROS = "0".repeat(64);

  @TempDir Path folder;

  @RepeatedTest(20)
  void whatIsWrittenIsReadBack(Random random) throws Exception {
    HashType full = HashTypes.of("pdq/full").type();
    HashType ref512 = HashTypes.of("pdq/ref512").type();
    List<HashBank> banks =
        List.of(
            new HashBank("crisis", full),
            new HashBank("crisis", ref512),
            new HashBank("seen", full));
    String[] ids = {"a", "with,comma", "with \"quotes\"", "\"", ",", " spaces ", "naïve-日本"};
    for (int i = 0; i < 30; i++) {
      HashBank bank = banks.get(i % banks.size());
      bank.add(
          new BankEntry(
              ids[random.nextInt(ids.length)],
              bank.type(),
              SampleHashes.random(random),
              50 + random.nextInt(51),
              random.nextBoolean() ? "remove" : ""));
    }
    Path file = folder.resolve("banks.csv");
    BankFile.write(file, banks);
    BankFile.Loaded loaded = BankFile.read(file);
    assertThat(loaded.banks())
        .extracting(HashBank::name, HashBank::type)
        .isEqualTo(banks.stream().map(bank -> tuple(bank.name(), bank.type())).toList());
    assertThat(loaded.banks())
        .extracting(HashBank::entries)
        .isEqualTo(banks.stream().map(HashBank::entries).toList());
    assertThat(loaded.lowQuality()).isZero();
  }

  @Test
  void linesOfLowQualityAreCounted() throws Exception {
    BankFile.Loaded loaded =
        read("seen,a,pdq/full," + ZEROS + ",49,\r\n\r\nseen,b,pdq/full," + ZEROS + ",50,remove");
    assertThat(loaded.lowQuality()).isEqualTo(1);
    assertThat(loaded.banks().get(0).entries())
        .extracting(BankEntry::entry, BankEntry::verdict)
        .containsExactly(tuple("b", "remove"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seen,a,pdq/full,00,80,|hash needs 64 hexadecimal digits, found 2",
        "seen,a,pdq/full|expected 6 fields, found 3",
        "seen,a,md5/plain,00,80,|unknown hash type 'md5/plain'; known are [pdq/full, pdq/ref512]",
        "seen,\"a,pdq/full,00,80,|the quote in column 6 is not closed",
        "seen,\"a\"b,pdq/full,00,80,|expected a comma in column 9, found 'b'",
      })
  void lineThatIsWrongIsNamed(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(IOException.class)
        .hasMessage("test, line 2: " + message);
  }

  @Test
  void qualityAndVerdictAndBankAreChecked() {
    assertRefused("seen,a,pdq/full," + ZEROS + ",high,", "quality must be a whole number: 'high'");
    assertRefused("seen,a,pdq/full," + ZEROS + ",101,", "must be in 0 to 100: 101");
    assertRefused("seen,a,pdq/full," + ZEROS + ",80,REMOVE", "must be in lower case: 'REMOVE'");
    assertRefused("Seen!,a,pdq/full," + ZEROS + ",80,", "must be in kebab case");
    assertRefused("seen,,pdq/full," + ZEROS + ",80,", "bank entry is blank");
  }

  @Test
  void endlessLineIsRefusedBeforeItFillsTheMemory() {
    assertRefused("x".repeat(70_000), "longer than 65536 characters");
  }

  @Test
  void fileWithoutTheHeaderIsRefused() {
    assertThatThrownBy(() -> BankFile.read(new StringReader(""), "test"))
        .hasMessageStartingWith("test, line 1: expected the header 'bank,entry,");
  }

  @Test
  void fileThatIsNotTextIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("banks.csv"), new byte[] {(byte) 0xff, 1, 2});
    assertThatThrownBy(() -> BankFile.read(file))
        .hasMessageEndingWith("expected UTF-8, found other bytes");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("test, line 2: ")
        .hasMessageContaining(message);
  }

  private static BankFile.Loaded read(String lines) throws IOException {
    return BankFile.read(new StringReader(HEADER + lines), "test");
  }
}
