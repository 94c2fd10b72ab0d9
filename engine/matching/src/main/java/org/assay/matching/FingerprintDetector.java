package org.assay.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.Hasher;
import org.assay.matching.hash.PdqHasher;
import org.assay.media.Frame;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.Video;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.signal.Abstention;
import org.assay.signal.BankMatch;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;
import org.assay.signal.Signal;

/**
 * Hashes the item and looks it up in the banks, turned and mirrored too; an item is never a match
 * of itself. Banks may grow while it works.
 *
 * <p>Signals come in this order: the fingerprints by type and time, abstentions, and the matches by
 * bank, at most {@link #MOST_MATCHES} of each. See {@code docs/detectors/fingerprint.md}.
 */
public final class FingerprintDetector implements Detector {
  /** Matches reported of one bank; the others are weaker. */
  public static final int MOST_MATCHES = 10;

  private static final String ID = "fingerprint";

  private final List<HashBank> banks;

  /** Always {@code pdq/full}, and what the banks need besides. */
  private final List<Hasher> hashers;

  /**
   * A detector over these banks, in this order.
   *
   * @throws IllegalArgumentException if two banks share name and type, or a type is unknown
   */
  public FingerprintDetector(List<HashBank> banks) {
    this.banks = List.copyOf(banks);
    Set<String> names = new HashSet<>();
    for (HashBank bank : banks) {
      if (!names.add(bank.name() + " " + bank.type().id())) {
        throw new IllegalArgumentException(
            "two banks of type %s share the name '%s'".formatted(bank.type().id(), bank.name()));
      }
    }
    HashType always = new PdqHasher(PdqHasher.Variant.FULL).type();
    hashers =
        Stream.concat(Stream.of(always), banks.stream().map(HashBank::type))
            .distinct()
            .map(HashTypes::of)
            .sorted(Comparator.comparing(hasher -> hasher.type().id()))
            .toList();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean accepts(Media media) {
    return media instanceof Image || media instanceof Video;
  }

  @Override
  public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
    Map<HashType, List<HashedFrame>> frames = new LinkedHashMap<>();
    for (Hasher hasher : hashers) {
      frames.put(hasher.type(), hashed(media, hasher));
    }
    List<Signal> signals = new ArrayList<>();
    frames.forEach((type, all) -> all.forEach(one -> signals.add(fingerprint(type, one))));
    frames.forEach((type, all) -> notLookedUp(type, all).ifPresent(signals::add));
    for (HashBank bank : banks) {
      List<HashedFrame> good = frames.get(bank.type()).stream().filter(HashedFrame::good).toList();
      BankLookup.matches(bank, media.item().id(), good).stream()
          .limit(MOST_MATCHES)
          .forEach(match -> signals.add(bankMatch(bank, match, good)));
    }
    return signals;
  }

  private static List<HashedFrame> hashed(Media media, Hasher hasher)
      throws DetectionException, InterruptedException {
    if (media instanceof Image image) {
      return List.of(new HashedFrame(Optional.empty(), hasher.hash(image.raster())));
    }
    if (!(media instanceof Video video)) {
      throw new DetectionException("expected a picture or a video, found " + media.type().mime());
    }
    List<HashedFrame> frames = new ArrayList<>();
    for (Frame frame : video.frames()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped at the frame at " + frame.time());
      }
      frames.add(new HashedFrame(Optional.of(frame.time()), hasher.hash(frame.raster())));
    }
    return frames;
  }

  private static Fingerprint fingerprint(HashType type, HashedFrame frame) {
    DihedralHashes hashes = frame.hashes();
    return new Fingerprint(ID, type, hashes.original().hex(), hashes.quality(), frame.time());
  }

  /** Absence of a match must not read as "in no bank" when nothing could be looked up. */
  private static Optional<Signal> notLookedUp(HashType type, List<HashedFrame> frames) {
    if (frames.stream().anyMatch(HashedFrame::good)) {
      return Optional.empty();
    }
    int best = frames.stream().mapToInt(frame -> frame.hashes().quality()).max().orElse(0);
    return Optional.of(
        new Abstention(
            ID,
            "too little in it to match: %s quality %d of at least %d"
                .formatted(type.id(), best, HashBank.MINIMUM_QUALITY)));
  }

  private static BankMatch bankMatch(
      HashBank bank, BankLookup.EntryMatch match, List<HashedFrame> good) {
    return new BankMatch(
        ID,
        bank.name(),
        match.entry(),
        bank.type(),
        match.distance(),
        match.transform().label(),
        match.verdict(),
        MatchedIntervals.of(good, match.frames()));
  }
}
