package org.assay.matching.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.PdqHash;

/**
 * Banks as a CSV file in UTF-8: the header {@code bank,entry,type,hash,quality,verdict}, then one
 * hash a line. Fields with a comma or a quote are quoted as in RFC 4180; a field never spans lines.
 */
public final class BankFile {
  private static final String HEADER = "bank,entry,type,hash,quality,verdict";
  private static final int COLUMNS = 6;

  private BankFile() {}

  /**
   * What a file holds.
   *
   * @param banks in order of name and then type
   * @param lowQuality number of lines left out because their hash is of too low a quality
   */
  public record Loaded(List<HashBank> banks, int lowQuality) {

    /** Copies the list. */
    public Loaded {
      banks = List.copyOf(banks);
    }
  }

  /**
   * Reads banks.
   *
   * @throws IOException if a line is not as it must be; the message names file and line
   */
  public static Loaded read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": expected UTF-8, found other bytes", e);
    }
  }

  /**
   * Reads banks.
   *
   * @param source names the text in messages
   */
  static Loaded read(Reader text, String source) throws IOException {
    CsvLines lines = new CsvLines(text, source);
    List<String> header = lines.next();
    if (!String.join(",", header).equals(HEADER)) {
      throw lines.failure("expected the header '" + HEADER + "', found '" + header + "'");
    }
    Map<String, HashBank> banks = new TreeMap<>();
    int lowQuality = 0;
    for (List<String> cells = lines.next(); !cells.isEmpty(); cells = lines.next()) {
      if (cells.size() != COLUMNS) {
        throw lines.failure("expected " + COLUMNS + " fields, found " + cells.size());
      }
      try {
        if (add(cells, banks) == HashBank.Added.LOW_QUALITY) {
          lowQuality++;
        }
      } catch (IllegalArgumentException e) {
        throw lines.failure(e.getMessage(), e);
      }
    }
    return new Loaded(List.copyOf(banks.values()), lowQuality);
  }

  private static HashBank.Added add(List<String> cells, Map<String, HashBank> banks) {
    BankEntry entry =
        new BankEntry(
            cells.get(1),
            HashTypes.of(cells.get(2)).type(),
            PdqHash.parse(cells.get(3)),
            quality(cells.get(4)),
            cells.get(5));
    return banks
        .computeIfAbsent(
            cells.get(0) + " " + entry.type().id(), key -> new HashBank(cells.get(0), entry.type()))
        .add(entry);
  }

  private static int quality(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("quality must be a whole number: '" + text + "'", e);
    }
  }

  /** Writes banks so that {@link #read} gives the same ones. */
  public static void write(Path file, List<HashBank> banks) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write(HEADER + "\n");
      for (HashBank bank : banks) {
        for (BankEntry entry : bank.entries()) {
          writer.write(
              CsvLines.line(
                  bank.name(),
                  entry.entry(),
                  entry.type().id(),
                  entry.hash().hex(),
                  Integer.toString(entry.quality()),
                  entry.verdict()));
        }
      }
    }
  }
}
