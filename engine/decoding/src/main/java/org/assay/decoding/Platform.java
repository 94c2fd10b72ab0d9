package org.assay.decoding;

import java.util.Locale;

/** The operating system and processor, named as the folders of native programs are. */
record Platform(String name, boolean windows, boolean linux) {

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArchitecture) {
    String os = osName.toLowerCase(Locale.ROOT);
    String family =
        os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
    String architecture =
        switch (osArchitecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArchitecture;
        };
    return new Platform(
        family + "-" + architecture, family.equals("windows"), family.equals("linux"));
  }

  String program(String base) {
    return windows ? base + ".exe" : base;
  }
}
