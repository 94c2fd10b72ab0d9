package org.assay.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assay.matching.bank.BankEntry;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.Hasher;
import org.assay.matching.hash.Pictures;
import org.assay.matching.hash.Transform;
import org.assay.media.Media;
import org.assay.media.Raster;
import org.assay.pipeline.Detector;
import org.assay.pipeline.DetectorContract;
import org.assay.signal.Abstention;
import org.assay.signal.BankMatch;
import org.assay.signal.Evidence;
import org.assay.signal.Fingerprint;
import org.assay.signal.Interval;
import org.assay.signal.Signal;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FingerprintDetectorTest extends DetectorContract {
  private static final Hasher FULL = HashTypes.of("pdq/full");

  private final HashBank seen = new HashBank("seen", FULL.type());
  private final Detector detector = new FingerprintDetector(List.of(seen));

  @Override
  protected Detector detector() {
    bank("earlier", SampleMedia.raster(320, 240, 7));
    return detector;
  }

  @ParameterizedTest
  @EnumSource
  void matchNamesWhatWasDoneToTheEntry(Transform transform) throws Exception {
    bank("original", picture(1));
    assertThat(matches(image(Pictures.turned(picture(1), transform))))
        .extracting(BankMatch::entry, BankMatch::transform, BankMatch::verdict)
        .containsExactly(tuple("original", transform.label(), "remove"));
  }

  @Test
  void fingerprintIsReportedWhetherOrNotAnythingMatches() throws Exception {
    DihedralHashes hashes = FULL.hash(picture(1));
    assertThat(detector.examine(image(picture(1))))
        .containsExactly(
            new Fingerprint(
                "fingerprint",
                FULL.type(),
                hashes.original().hex(),
                hashes.quality(),
                Optional.empty()));
  }

  @Test
  void itemIsNoMatchOfItself() throws Exception {
    bank("item-a.png", picture(1));
    bank("item-b.png", picture(1));
    assertThat(matches(image(picture(1))))
        .extracting(BankMatch::entry)
        .containsExactly("item-b.png");
  }

  @Test
  void flatPictureIsNotLookedUpAndSaysSo() throws Exception {
    assertThat(detector.examine(image(SampleMedia.flat(300, 200, 90))))
        .hasSize(2)
        .last()
        .isEqualTo(
            new Abstention(
                "fingerprint", "too little in it to match: pdq/full quality 0 of at least 50"));
  }

  @Test
  void bestTenMatchesOfABankAreReported() throws Exception {
    for (int i = 0; i < 30; i++) {
      bank("copy-%02d".formatted(i), picture(1));
    }
    assertThat(matches(image(picture(1))))
        .extracting(BankMatch::entry)
        .hasSize(FingerprintDetector.MOST_MATCHES)
        .startsWith("copy-00", "copy-01")
        .endsWith("copy-09");
  }

  @Test
  void videoIsMatchedOnceAnEntryWithItsStretchesOfTime() throws Exception {
    bank("clip", picture(1));
    bank("clip", picture(2));
    bank("clip", picture(3));
    bank("other", picture(9));
    Media video = video(picture(7), picture(1), picture(2), picture(8), picture(3), picture(6));
    assertThat(matches(video))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.entry()).isEqualTo("clip");
              assertThat(match.distance()).isZero();
              assertThat(match.evidence())
                  .containsExactly(
                      interval(1, 2, "2 of 6 frames match"), interval(4, 4, "1 of 6 frames match"));
            });
    assertThat(detector.examine(video)).filteredOn(Fingerprint.class::isInstance).hasSize(6);
  }

  @Test
  void oneFrameOfALongerVideoIsNoMatch() throws Exception {
    bank("title-card", picture(1));
    assertThat(matches(video(picture(2), picture(1), picture(3)))).hasSize(1);
    assertThat(matches(video(picture(2), picture(1), picture(3), picture(4)))).isEmpty();
    assertThat(matches(video(picture(2), picture(1), picture(1), picture(4)))).hasSize(1);
  }

  @Test
  void flatFramesNeitherMatchNorCount() throws Exception {
    Raster flat = SampleMedia.flat(100, 100, 0);
    seen.add(new BankEntry("black", FULL.type(), FULL.hash(flat).original(), 100, ""));
    bank("card", picture(1));
    assertThat(matches(video(flat, flat, flat, flat, picture(1))))
        .extracting(BankMatch::entry)
        .containsExactly("card");
  }

  @Test
  void mirroredVideoIsMatchedUnderOneTransform() throws Exception {
    List<Raster> mirrored = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++) {
      bank("clip", picture(seed));
      mirrored.add(Pictures.turned(picture(seed), Transform.FLIPY));
    }
    assertThat(matches(video(mirrored.toArray(Raster[]::new))))
        .extracting(BankMatch::transform)
        .containsExactly("flipy");
  }

  @Test
  void banksOfAnotherVariantAreLookedUpByTheirOwnHash() throws Exception {
    Hasher ref512 = HashTypes.of("pdq/ref512");
    HashBank imported = new HashBank("imported", ref512.type());
    Raster large = Pictures.clouds(900, 600, new Random(5));
    imported.add(new BankEntry("x", ref512.type(), ref512.hash(large).original(), 100, "review"));
    List<Signal> signals = new FingerprintDetector(List.of(seen, imported)).examine(image(large));
    assertThat(signals)
        .filteredOn(Fingerprint.class::isInstance)
        .extracting(signal -> ((Fingerprint) signal).type().id())
        .containsExactly("pdq/full", "pdq/ref512");
    assertThat(signals).last().isInstanceOf(BankMatch.class);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "3,1", "4,2", "10,2", "600,2"})
  void framesRequiredAreTwoOrThirtyPercent(int goodFrames, int required) {
    assertThat(BankLookup.requiredFrames(goodFrames)).isEqualTo(required);
  }

  @Test
  void twoBanksOfOneNameAndTypeAreRefused() {
    assertThatThrownBy(() -> new FingerprintDetector(List.of(seen, seen)))
        .hasMessage("two banks of type pdq/full share the name 'seen'");
  }

  @Test
  void soundAndDocumentsAreNotAccepted() {
    assertThat(detector.accepts(SampleMedia.audio(Path.of("a.wav")))).isFalse();
    assertThat(detector.accepts(SampleMedia.document(Path.of("a.pdf")))).isFalse();
  }

  private void bank(String entry, Raster raster) {
    DihedralHashes hashes = FULL.hash(raster);
    seen.add(new BankEntry(entry, FULL.type(), hashes.original(), hashes.quality(), "remove"));
  }

  private List<BankMatch> matches(Media media) throws Exception {
    return detector.examine(media).stream()
        .filter(BankMatch.class::isInstance)
        .map(BankMatch.class::cast)
        .toList();
  }

  private static Raster picture(long seed) {
    return Pictures.clouds(320, 320, new Random(seed));
  }

  private static Media image(Raster raster) {
    return SampleMedia.image(Path.of("a.png"), raster);
  }

  private static Media video(Raster... frames) {
    return SampleMedia.video(Path.of("a.mp4"), frames);
  }

  private static Evidence interval(int start, int end, String note) {
    return new Interval(Duration.ofSeconds(start), Duration.ofSeconds(end), note);
  }
}
