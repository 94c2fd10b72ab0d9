package org.assay.matching.bank;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.matching.hash.PdqHash;
import org.assay.signal.HashType;
import org.assay.signal.Kebab;

/**
 * A named set of entries with their hashes, all of one type, to look items up in. Safe for
 * concurrent use, also while entries are added.
 */
public final class HashBank {
  /** Hashes at this distance or nearer match: the threshold PDQ's authors recommend, in bits. */
  public static final int RADIUS = 31;

  /** Hashes of a lower quality match nothing: flat pictures all look alike. */
  public static final int MINIMUM_QUALITY = 50;

  /** What came of adding an entry. */
  public enum Added {
    /** The entry did not have this hash before. */
    NEW,
    /** The entry has this hash already; its verdict is now the one given. */
    KNOWN,
    /** The hash is of too low a quality and was left out. */
    LOW_QUALITY
  }

  /**
   * An entry near a hash.
   *
   * @param found the entry with that of its hashes which is nearest, and its latest verdict
   * @param distance in bits
   */
  public record Match(BankEntry found, int distance) {}

  private record Key(String entry, PdqHash hash) {}

  private final String name;
  private final HashType type;
  private final HashIndex index;
  private final Object lock = new Object();

  /** What lies at each position of the index; guarded by the lock, like the two below. */
  private final List<BankEntry> entries = new ArrayList<>();

  private final Set<Key> known = new HashSet<>();
  private final Map<String, String> verdicts = new HashMap<>();

  /** An empty bank over a flat index. */
  public HashBank(String name, HashType type) {
    this(name, type, new FlatHashIndex());
  }

  /** An empty bank over {@code index}, which is empty too and used by nothing else. */
  public HashBank(String name, HashType type, HashIndex index) {
    this.name = Kebab.require("bank", name);
    this.type = Objects.requireNonNull(type, "type");
    this.index = index;
    if (type.bits() != PdqHash.BITS) {
      throw new IllegalArgumentException(
          "bank '%s': hashes must have %d bits, %s has %d"
              .formatted(name, PdqHash.BITS, type.id(), type.bits()));
    }
    if (index.size() != 0) {
      throw new IllegalArgumentException("bank '" + name + "': the index is not empty");
    }
  }

  /** In kebab case; {@code seen} holds past items. */
  public String name() {
    return name;
  }

  /** The type of all its hashes. */
  public HashType type() {
    return type;
  }

  /** Number of hashes; an entry may have several. */
  public int size() {
    return index.size();
  }

  /**
   * Adds one hash of an entry. Adding it again changes nothing, except that the latest verdict
   * given holds for the whole entry.
   *
   * @throws IllegalArgumentException if the hash is of another type
   */
  public Added add(BankEntry entry) {
    if (!entry.type().equals(type)) {
      throw new IllegalArgumentException(
          "bank '%s' holds %s, entry '%s' is %s"
              .formatted(name, type.id(), entry.entry(), entry.type().id()));
    }
    synchronized (lock) {
      verdicts.computeIfPresent(entry.entry(), (id, before) -> entry.verdict());
      if (entry.quality() < MINIMUM_QUALITY) {
        return Added.LOW_QUALITY;
      }
      if (!known.add(new Key(entry.entry(), entry.hash()))) {
        return Added.KNOWN;
      }
      verdicts.put(entry.entry(), entry.verdict());
      entries.add(entry); // before the index: a hit must find its entry
      int position = index.add(entry.hash());
      if (position != entries.size() - 1) {
        throw new IllegalStateException(
            "bank '%s': the index gave position %d, expected %d"
                .formatted(name, position, entries.size() - 1));
      }
      return Added.NEW;
    }
  }

  /**
   * The entries near a hash, each once, nearest first and then by entry.
   *
   * @param quality of the hash; below {@link #MINIMUM_QUALITY} nothing matches
   * @param radius in bits, 0 to 256; usually {@link #RADIUS}
   */
  public List<Match> search(PdqHash hash, int quality, int radius) {
    if (quality < MINIMUM_QUALITY) {
      return List.of();
    }
    List<HashIndex.Hit> hits = index.within(hash, radius);
    if (hits.isEmpty()) {
      return List.of();
    }
    Map<String, Match> nearest = new HashMap<>();
    synchronized (lock) {
      for (HashIndex.Hit hit : hits) {
        Match match = new Match(current(entries.get(hit.position())), hit.distance());
        nearest.merge(
            match.found().entry(),
            match,
            (one, other) -> other.distance() < one.distance() ? other : one);
      }
    }
    return nearest.values().stream()
        .sorted(comparingInt(Match::distance).thenComparing(match -> match.found().entry()))
        .toList();
  }

  /** All hashes with the latest verdicts, by entry and then in the order of adding. */
  public List<BankEntry> entries() {
    synchronized (lock) {
      return entries.stream().map(this::current).sorted(comparing(BankEntry::entry)).toList();
    }
  }

  private BankEntry current(BankEntry entry) {
    String verdict = verdicts.get(entry.entry());
    return verdict.equals(entry.verdict())
        ? entry
        : new BankEntry(entry.entry(), type, entry.hash(), entry.quality(), verdict);
  }

  @Override
  public String toString() {
    return "%s (%s, %d hashes)".formatted(name, type.id(), size());
  }
}
