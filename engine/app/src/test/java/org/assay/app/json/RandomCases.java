package org.assay.app.json;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.Abstention;
import org.assay.signal.Activity;
import org.assay.signal.BankMatch;
import org.assay.signal.Consent;
import org.assay.signal.DetectorScore;
import org.assay.signal.Evidence;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;
import org.assay.signal.Interval;
import org.assay.signal.Mark;
import org.assay.signal.Mention;
import org.assay.signal.Provenance;
import org.assay.signal.Region;
import org.assay.signal.Signal;

/** Cases and decisions with every type of signal and hostile, but valid, text in every place. */
public final class RandomCases {
  /** Number of signal types. */
  static final int TYPES = 9;

  private static final HashType PDQ = new HashType("pdq", "full", 256);

  private final Random random;

  /** Draws from {@code random}. */
  public RandomCases(Random random) {
    this.random = random;
  }

  /** A case of an item with this id. */
  public Case examined(String id) {
    List<Signal> signals = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      signals.add(signal(random.nextInt(TYPES)));
    }
    return new Case(
        new MediaItem(id, text(), Path.of("/media", "file " + random.nextInt(99)), context()),
        pick(MediaType.values()),
        signals);
  }

  /** A decision with up to five rulings. */
  public Decision decision() {
    List<Ruling> rulings = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      rulings.add(
          new Ruling(
              "rule-" + random.nextInt(9),
              "synthetic-media/undisclosed",
              pick(Verdict.values()),
              Set.of("label-" + random.nextInt(3)),
              "because " + text(),
              random.nextBoolean()));
    }
    return Decision.of(rulings, "rules-" + random.nextInt(3));
  }

  Context context() {
    return new Context(
        text(),
        text(),
        List.of(text(), text()),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        random.nextBoolean() ? Optional.empty() : Optional.of(text()),
        new HashSet<>(List.of("ai-generated", "label-" + random.nextInt(5))));
  }

  Signal signal(int type) {
    return switch (type) {
      case 0 -> new DetectorScore("face-swap", text(), random.nextDouble(), evidence());
      case 1 -> new Fingerprint("fingerprint", PDQ, hash(), random.nextInt(101), time());
      case 2 ->
          new BankMatch(
              "repost",
              "seen",
              text(),
              PDQ,
              random.nextInt(257),
              "flipx",
              random.nextBoolean() ? "" : "remove",
              evidence());
      case 3 ->
          new Provenance(
              "c2pa",
              pick(Provenance.State.values()),
              List.of("claimSignature.validated", text()),
              pick(Provenance.AiSignal.values()),
              text(),
              text(),
              List.of(text()));
      case 4 ->
          new Mark(
              "marks",
              "iptc-dst",
              text(),
              text(),
              pick(Mark.Strength.values()),
              random.nextBoolean());
      case 5 -> new Mention("mentions", "public-figures", text(), text(), random.nextDouble());
      case 6 -> new Consent("consent", text(), "likeness", random.nextBoolean());
      case 7 ->
          new Activity(
              "activity",
              text(),
              duration(),
              random.nextInt(1000),
              random.nextDouble(),
              random.nextDouble());
      default -> new Abstention("decoding", "x" + text());
    };
  }

  private List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Duration start = duration();
      evidence.add(
          random.nextBoolean()
              ? new Interval(start, start.plus(duration()), text())
              : new Region(
                  random.nextGaussian() * 1e3,
                  pick(-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300),
                  1 + random.nextDouble(),
                  pick(Double.POSITIVE_INFINITY, 1.0, 3e-9),
                  List.of(new Region.Point(random.nextDouble(), -random.nextDouble())),
                  random.nextDouble(),
                  time(),
                  text()));
    }
    return evidence;
  }

  private Optional<Duration> time() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(duration());
  }

  private Duration duration() {
    return Duration.ofSeconds(random.nextInt(400_000), random.nextInt(1_000_000_000));
  }

  private String hash() {
    StringBuilder hash = new StringBuilder();
    while (hash.length() < 64) {
      hash.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hash.toString();
  }

  private String text() {
    String[] hostile = {
      "",
      "plain",
      "\"quoted\"\\",
      "\u0000\u0001\n\r\t\u001b[31m",
      "\u2028\u2029",
      "</script>",
      "𝕌𝔫𝔦",
      "'; DROP TABLE job; --",
      "\u202Egnp.exe",
      "è́",
      "\uFFFD\uFFFF"
    };
    return pick(hostile) + pick(hostile);
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
