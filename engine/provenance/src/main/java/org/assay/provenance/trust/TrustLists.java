package org.assay.provenance.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.trust.TrustList.Kind;

/**
 * All lists that one validation believes. Immutable.
 *
 * @param lists in the order in which they are asked
 * @param extendedKeyUsages dotted identifiers that a signer's certificate may be made for, besides
 *     e-mail protection
 * @param date when the lists were published, where that is known
 */
public record TrustLists(
    List<TrustList> lists, Set<String> extendedKeyUsages, Optional<LocalDate> date) {

  /** Which lists of a folder are read. */
  public enum Profile {
    /** None at all. */
    NONE,
    /** Those of the C2PA conformance programme. */
    C2PA,
    /** All. */
    ALL
  }

  /** What the specification lets a signer's certificate be made for, section 14.5.1. */
  static final Set<String> SPECIFIED_KEY_USAGES =
      Set.of(
          "1.3.6.1.5.5.7.3.4", // e-mail protection
          "1.3.6.1.5.5.7.3.36", // document signing
          "1.3.6.1.5.5.7.3.8", // time stamping
          "1.3.6.1.5.5.7.3.9", // OCSP signing
          "1.3.6.1.4.1.311.76.59.1.9", // Microsoft C2PA signing
          "1.3.6.1.4.1.62558.2.1"); // C2PA claim signing

  private static final LocalDate SHIPPED_DATE = LocalDate.of(2026, 8, 21);

  /** Copies the collections. */
  public TrustLists {
    lists = List.copyOf(lists);
    extendedKeyUsages = Set.copyOf(extendedKeyUsages);
  }

  /** No lists and no key usages: nobody is trusted. */
  public static TrustLists none() {
    return new TrustLists(List.of(), Set.of(), Optional.empty());
  }

  /** The lists of the C2PA conformance programme that come with the product, with their date. */
  public static TrustLists shipped() {
    return new TrustLists(
        List.of(
            shipped("C2PA-TRUST-LIST", Kind.SIGNER),
            shipped("C2PA-TSA-TRUST-LIST", Kind.TIME_STAMP)),
        SPECIFIED_KEY_USAGES,
        Optional.of(SHIPPED_DATE));
  }

  /** These lists and then those of another; whatever either lets certificates be made for. */
  public TrustLists with(TrustLists others) {
    List<TrustList> all = new ArrayList<>(lists);
    all.addAll(others.lists);
    Set<String> usages = new HashSet<>(extendedKeyUsages);
    usages.addAll(others.extendedKeyUsages);
    return new TrustLists(all, usages, date);
  }

  private static TrustList shipped(String name, Kind kind) {
    try (InputStream file = TrustLists.class.getResourceAsStream(name + ".pem")) {
      if (file == null) {
        throw new IllegalStateException("resource " + name + ".pem is not in the program");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new TrustList(
          name, EnumSet.of(kind), new PemFile(name + ".pem", text).certificates(), Set.of());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * Reads the lists of a folder. The names of its files say what they are:
   *
   * <ul>
   *   <li>{@code *.cfg} hold key usages, one identifier a line;
   *   <li>{@code *allowed*.pem} hold leaf certificates, or Base64 lines of their SHA-256;
   *   <li>{@code *TSA*.pem} hold anchors of time-stamp authorities, {@code *CAWG*.pem} those of
   *       identities, all other {@code .pem} those of signers;
   *   <li>{@code C2PA-*} belong to the profile C2PA; what begins neither so nor with {@code ITL-}
   *       (the interim trust list) is the operator's own and vouches for identities as well.
   * </ul>
   *
   * @throws IOException if a file cannot be read or understood, with its name and line
   */
  public static TrustLists read(Path folder, Profile profile) throws IOException {
    return profile == Profile.NONE ? none() : new TrustFolder(folder, profile).read();
  }

  /** The lists that vouch for one of the kinds. */
  List<TrustList> of(Set<Kind> kinds) {
    return lists.stream().filter(list -> list.kinds().stream().anyMatch(kinds::contains)).toList();
  }
}
