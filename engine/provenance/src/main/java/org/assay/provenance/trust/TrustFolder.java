package org.assay.provenance.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.provenance.trust.TrustList.Kind;
import org.assay.provenance.trust.TrustLists.Profile;

/** Reads {@link TrustLists} from the files of a folder. */
final class TrustFolder {
  private static final long MAX_FILE_BYTES = 64L << 20;

  private final Path folder;
  private final Profile profile;

  TrustFolder(Path folder, Profile profile) {
    this.folder = folder;
    this.profile = profile;
  }

  TrustLists read() throws IOException {
    List<TrustList> lists = new ArrayList<>();
    Set<String> usages = new HashSet<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      PemFile text = text(file, name);
      if (name.endsWith(".cfg")) {
        usages.addAll(text.identifiers());
      } else if (profile == Profile.ALL || name.startsWith("C2PA-")) {
        lists.add(list(name.substring(0, name.length() - ".pem".length()), text));
      }
    }
    return new TrustLists(lists, usages, Optional.empty());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".pem") || file.toString().endsWith(".cfg"))
          .sorted()
          .toList();
    }
  }

  private static PemFile text(Path file, String name) throws IOException {
    long size = Files.size(file);
    if (size > MAX_FILE_BYTES) {
      throw new IOException(
          "%s: expected at most %d bytes, found %d".formatted(name, MAX_FILE_BYTES, size));
    }
    return new PemFile(name, Files.readString(file));
  }

  private static TrustList list(String name, PemFile text) throws IOException {
    String upper = name.toUpperCase(Locale.ROOT);
    Set<Kind> kinds = EnumSet.of(Kind.SIGNER);
    if (upper.contains("TSA")) {
      kinds = EnumSet.of(Kind.TIME_STAMP);
    } else if (upper.contains("CAWG")) {
      kinds = EnumSet.of(Kind.IDENTITY);
    } else if (!upper.startsWith("C2PA-") && !upper.startsWith("ITL-")) {
      kinds = EnumSet.of(Kind.SIGNER, Kind.IDENTITY);
    }
    return upper.contains("ALLOWED")
        ? new TrustList(name, kinds, List.of(), text.hashes())
        : new TrustList(name, kinds, text.certificates(), Set.of());
  }
}
