package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.media.MediaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final List<String> ENDLESS =
      List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25", "-f", "rawvideo", "pipe:1");

  private final Ffmpeg ffmpeg = new Ffmpeg(TestCache.folder());

  @TempDir private Path folder;

  @Test
  void aChildThatRunsTooLongIsKilled() throws Exception {
    ffmpeg.describe(); // unpacked, so that only the endless run is timed
    Limits hasty = limits(Duration.ofMillis(300), Long.MAX_VALUE);
    assertThatThrownBy(() -> ffmpeg.ffmpeg(hasty, ENDLESS, output -> {}))
        .isInstanceOf(MediaException.class)
        .hasMessage("ffmpeg ran over its limit of 300 ms");
    assertThat(ffmpegChildren()).isZero();
  }

  @Test
  void aChildThatWritesTooMuchIsKilled() {
    Limits tight = limits(Duration.ofMinutes(1), 100_000);
    assertThatThrownBy(() -> ffmpeg.ffmpeg(tight, ENDLESS, output -> {}))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("ffmpeg wrote more than its limit of 100000 bytes");
    assertThat(ffmpegChildren()).isZero();
  }

  @Test
  void aChildWithoutMemoryFailsAlone() throws Exception {
    ChildProcess small = new ChildProcess(Duration.ofMinutes(1), 1 << 20, 16L << 20);
    String program = new FfmpegFolder(TestCache.folder()).program("ffmpeg");
    ChildProcess.Result result =
        small.run(List.of(program, "-version"), Ffmpeg.environment(TestCache.folder()), out -> {});
    assertThat(result.exitCode()).isNotZero();
  }

  @Test
  void anInterruptKillsTheChild() throws Exception {
    Limits patient = limits(Duration.ofMinutes(5), Long.MAX_VALUE);
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                ffmpeg.ffmpeg(
                    patient,
                    ENDLESS,
                    output -> {
                      assertThat(output.read()).isNotNegative();
                      running.countDown();
                    });
              } catch (MediaException | InterruptedException | RuntimeException ended) {
                thrown.set(ended);
              }
            });
    caller.start();
    running.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(ffmpegChildren()).isZero();
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsNotTheItemsFault() {
    Path impossible = Path.of("/dev/null/cache");
    assertThatThrownBy(() -> new Ffmpeg(impossible).describe())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("FFmpeg cannot be unpacked into /dev/null/cache");
  }

  @Test
  void theProgramIsUnpackedOnceByManyAndSaysItsVersion() throws Exception {
    List<Thread> callers =
        List.of(new Thread(this::describeFreshly), new Thread(this::describeFreshly));
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(new Ffmpeg(folder).describe()).startsWith("ffmpeg version 8.");
  }

  private void describeFreshly() {
    try {
      new Ffmpeg(folder).describe();
    } catch (MediaException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aStandInSatisfiesTheLoaderWithoutAWarning() throws Exception {
    Ffmpeg program = new Ffmpeg(TestCache.folder());
    ChildProcess.Result result = program.ffmpeg(Limits.DEFAULT, List.of("-version"), output -> {});
    assertThat(result.exitCode()).isZero();
    assertThat(result.errorLines()).isEmpty();
    assertThat(StandInLibrary.of("libssl.so.3", false)).isEmpty();
    assertThat(Map.of(true, 183, false, 62))
        .allSatisfy(
            (arm, machine) ->
                assertThat(StandInLibrary.of("libpulse.so.0", arm).orElseThrow()[18] & 0xFF)
                    .isEqualTo(machine));
  }

  private static long ffmpegChildren() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
        .filter(ProcessHandle::isAlive)
        .count();
  }

  private static Limits limits(Duration time, long outputBytes) {
    Limits d = Limits.DEFAULT;
    return new Limits(
        d.maxStillBytes(),
        d.maxStillPixels(),
        d.maxSidePixels(),
        d.maxVideoPixels(),
        d.maxFrameSidePixels(),
        d.maxFrames(),
        d.maxDuration(),
        d.maxSound(),
        outputBytes,
        time,
        d.childMemoryBytes());
  }
}
