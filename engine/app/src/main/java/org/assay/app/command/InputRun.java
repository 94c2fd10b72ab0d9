package org.assay.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.media.MediaException;

/**
 * Does the same to each of many inputs, several at a time, and prints the answers in input order.
 * Nothing is skipped: an input that cannot be read gets its line too.
 */
public final class InputRun {
  private static final int AHEAD_PER_THREAD = 4;

  /** What is done to one input. */
  @FunctionalInterface
  public interface Work {
    /**
     * Gives the answer for one path.
     *
     * @throws MediaException if the bytes cannot be read as media
     * @throws IOException if the file cannot be read
     */
    Answer of(String path) throws MediaException, IOException, InterruptedException;
  }

  private final Surroundings surroundings;
  private final int threads;
  private final boolean json;

  /** Runs on {@code threads} threads; prints JSON lines or text. */
  public InputRun(Surroundings surroundings, int threads, boolean json) {
    this.surroundings = surroundings;
    this.threads = threads;
    this.json = json;
  }

  /** Gives the exit status: 3 if an input failed, else 0. */
  public int over(List<String> inputs, String what, Work work) throws InterruptedException {
    return over(inputs, what, work, true);
  }

  /** The same, but only inputs that failed get their line. */
  public int quietly(List<String> inputs, String what, Work work) throws InterruptedException {
    return over(inputs, what, work, false);
  }

  private int over(List<String> inputs, String what, Work work, boolean printed)
      throws InterruptedException {
    int failed = 0;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ProgressBar bar =
        new ProgressBar(surroundings.err(), surroundings.errIsTerminal(), what, inputs.size())) {
      ArrayDeque<Future<Answer>> ahead = new ArrayDeque<>();
      int next = 0;
      while (next < inputs.size() || !ahead.isEmpty()) {
        while (next < inputs.size() && ahead.size() < threads * AHEAD_PER_THREAD) {
          String path = inputs.get(next++);
          ahead.add(pool.submit(() -> answer(path, work)));
        }
        Answer answer = result(ahead.remove());
        failed += answer.failed() ? 1 : 0;
        if (printed || answer.failed()) {
          bar.clear();
          print(answer);
        }
        bar.step();
      }
    } finally {
      pool.shutdownNow();
      surroundings.out().flush();
    }
    return failed > 0 ? ExitStatus.SOME_INPUTS_FAILED : ExitStatus.DONE;
  }

  private static Answer answer(String path, Work work) throws InterruptedException {
    try {
      return work.of(path);
    } catch (MediaException | IOException unreadable) {
      return Answer.error(path, Failures.describe(unreadable));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return Answer.error(path, "internal error: " + defect);
    }
  }

  private static Answer result(Future<Answer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a worker thread failed", failure.getCause());
    }
  }

  private void print(Answer answer) {
    PrintStream out = surroundings.out();
    out.println(json ? answer.json().toString() : answer.text());
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }
}
