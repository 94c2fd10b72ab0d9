package org.assay.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.app.json.Json;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.SeenEntry;
import org.assay.app.store.StoreOptions;
import org.assay.matching.bank.BankEntry;
import org.assay.matching.bank.BankFile;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.PdqHash;
import org.assay.matching.hash.PdqHasher;
import org.assay.signal.HashType;

/**
 * The banks of the engine: {@code seen}, filled from the decisions on record, and the curated ones,
 * a file {@code banks/NAME.ndjson} or {@code banks/NAME.csv} each in the data directory.
 */
public final class Banks {
  /** Holds the fingerprints of every decided item. */
  public static final String SEEN = "seen";

  private static final HashType TYPE = new PdqHasher(PdqHasher.Variant.FULL).type();

  private Banks() {}

  /** All banks as they are on record now; reads, and changes nothing. */
  public static List<HashBank> ofStore(Config config) throws IOException {
    if (!Files.exists(config.dataDirectory().resolve(Database.FILE))) {
      return with(new HashBank(SEEN, TYPE), config);
    }
    try (Database database = Database.open(StoreOptions.in(config.dataDirectory()))) {
      return with(seen(new CaseStore(database)), config);
    }
  }

  /** All banks around one that is kept up to date by the caller. */
  public static List<HashBank> with(HashBank seen, Config config) throws IOException {
    List<HashBank> banks = new ArrayList<>(List.of(seen));
    Path folder = config.dataDirectory().resolve("banks");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{ndjson,csv}")) {
        List<Path> sorted = new ArrayList<>();
        files.forEach(sorted::add);
        for (Path file : sorted.stream().sorted().toList()) {
          banks.addAll(BankFile.read(file).banks());
        }
      }
    }
    return banks;
  }

  /** The bank of everything decided so far. */
  public static HashBank seen(CaseStore store) throws IOException {
    HashBank seen = new HashBank(SEEN, TYPE);
    store.seen(entry -> add(seen, entry));
    return seen;
  }

  /** Adds one decided item's hash; adding it again changes nothing. */
  public static void add(HashBank seen, SeenEntry entry) {
    if (entry.fingerprint().type().equals(TYPE)) {
      seen.add(
          new BankEntry(
              entry.itemId(),
              TYPE,
              PdqHash.parse(entry.fingerprint().hash()),
              entry.fingerprint().quality(),
              Json.kebab(entry.verdict())));
    }
  }
}
