package org.assay.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assay.app.Config;
import org.assay.app.WorkerService;
import org.assay.app.queue.JobState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes items from the queue until stopped. */
@Command(
    name = "worker",
    description = "Takes items from the job queue, examines and decides them, until stopped.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay worker                  until Ctrl-C; items in progress may end",
      "  ./assay worker --until-empty    until nothing is left to do",
      "",
      "Health and metrics: http://127.0.0.1:9464/health and /metrics. A worker can be killed at any",
      "moment: no item is lost and none is decided twice."
    })
final class WorkerCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 250;

  @Mixin private EngineOptions engineOptions;

  @Option(names = "--until-empty", description = "Stop when no job is ready or in progress.")
  private boolean untilEmpty;

  private final Surroundings surroundings;

  WorkerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopGracefully(stop, stopped), "assay-stop");
    try (WorkerService service = WorkerService.open(config)) {
      Runtime.getRuntime().addShutdownHook(hook);
      service.start();
      surroundings
          .err()
          .printf(
              "assay: working on %s with %d threads, rules %s%s%n",
              config.dataDirectory(),
              config.workers(),
              service.engine().rules().version(),
              service
                  .statusPort()
                  .map(port -> ", status on http://127.0.0.1:" + port + "/health")
                  .orElse(""));
      while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (untilEmpty && isEmpty(service.queue().counts())) {
          break;
        }
      }
    } finally {
      stopped.countDown();
    }
    return ExitStatus.DONE;
  }

  private static boolean isEmpty(Map<JobState, Long> counts) {
    return counts.get(JobState.READY) + counts.get(JobState.LEASED) == 0;
  }

  /** On Ctrl-C or a termination signal: the process ends only after the worker has settled. */
  private static void stopGracefully(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
