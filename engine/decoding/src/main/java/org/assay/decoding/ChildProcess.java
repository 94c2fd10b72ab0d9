package org.assay.decoding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.media.MediaException;

/**
 * Runs one program on hostile input: bounded in time, output and memory, killed on interrupt, and
 * without a standard input.
 */
final class ChildProcess {
  private static final int LINES_SHOWN = 2;

  private final Duration time;
  private final long maxOutputBytes;
  private final long memoryBytes;

  /**
   * @param time wall-clock limit; processor time gets twice that, for when this JVM dies first
   * @param memoryBytes address space, limited where there is a POSIX shell
   */
  ChildProcess(Duration time, long maxOutputBytes, long memoryBytes) {
    this.time = time;
    this.maxOutputBytes = maxOutputBytes;
    this.memoryBytes = memoryBytes;
  }

  /** Takes what the child writes; runs on a thread of its own. */
  @FunctionalInterface
  interface Output {
    void read(InputStream output) throws IOException, MediaException;
  }

  /** How the child ended. */
  record Result(int exitCode, List<String> errorLines) {
    Result {
      errorLines = List.copyOf(errorLines);
    }

    /** Exit status and the first lines of the child's standard error, for a message. */
    String summary() {
      String errors =
          String.join("; ", errorLines.subList(0, Math.min(LINES_SHOWN, errorLines.size())));
      return "exit status " + exitCode + (errors.isEmpty() ? "" : ": " + errors);
    }
  }

  /**
   * Runs {@code command} to its end.
   *
   * @param environment variables added to this process's own
   * @throws MediaException if it runs over a limit or {@code output} throws
   * @throws UncheckedIOException if it cannot start: broken infrastructure, not a broken item
   */
  Result run(List<String> command, Map<String, String> environment, Output output)
      throws MediaException, InterruptedException {
    String name = command.get(0).substring(command.get(0).lastIndexOf('/') + 1);
    Process process = start(name, command, environment);
    ErrorLines errors = new ErrorLines(process.getErrorStream());
    AtomicReference<Exception> failure = new AtomicReference<>();
    Thread outputReader = reader(name + "-output", () -> consume(process, name, output, failure));
    Thread errorReader = reader(name + "-errors", errors::drain);
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new MediaException("%s ran over its limit of %d ms".formatted(name, time.toMillis()));
      }
      outputReader.join();
      errorReader.join();
    } finally {
      process.destroyForcibly().onExit().join();
    }
    if (failure.get() instanceof MediaException media) {
      throw media;
    } else if (failure.get() != null) {
      throw new MediaException(
          name + ": its output could not be read: " + failure.get().getMessage(), failure.get());
    }
    return new Result(process.exitValue(), errors.lines());
  }

  private Process start(String name, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(limited(command));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(
          name + " cannot be started: " + cannotStart.getMessage(), cannotStart);
    }
  }

  private List<String> limited(List<String> command) {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return command;
    }
    // macOS knows no limit of address space, so that one may fail; there time and output remain.
    String script = "ulimit -c 0; ulimit -t $1; ulimit -v $2 2>/dev/null; shift 2; exec \"$@\"";
    List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    limited.add(Long.toString(2 * time.toSeconds() + 1));
    limited.add(Long.toString(memoryBytes >> 10));
    limited.addAll(command);
    return limited;
  }

  private void consume(
      Process process, String name, Output output, AtomicReference<Exception> failure) {
    try (InputStream bounded = new Bounded(process.getInputStream(), name, maxOutputBytes)) {
      output.read(bounded);
      bounded.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | MediaException | RuntimeException broken) {
      failure.set(broken);
      process.destroyForcibly();
    }
  }

  private static Thread reader(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static final class Bounded extends FilterInputStream {
    private final String name;
    private final long limit;
    private long read;

    Bounded(InputStream input, String name, long limit) {
      super(input);
      this.name = name;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      read += Math.max(0, count);
      if (read > limit) {
        throw new IOException("%s wrote more than its limit of %d bytes".formatted(name, limit));
      }
      return count;
    }
  }
}
