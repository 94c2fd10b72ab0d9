package org.assay.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/**
 * Serves {@code /health} and {@code /metrics} on the loopback address, for the operator's
 * monitoring.
 */
public final class StatusServer implements AutoCloseable {

  /**
   * How the worker is.
   *
   * @param healthy whether it takes jobs and reaches its store
   * @param details for people: counts, versions, what is wrong
   */
  public record Health(boolean healthy, ObjectNode details) {}

  private final Javalin server;

  private StatusServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param port 0 takes a free one
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static StatusServer start(
      int port, PrometheusMeterRegistry metrics, Supplier<Health> health) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.get(
                  "/metrics",
                  request ->
                      request
                          .contentType("text/plain; version=0.0.4; charset=utf-8")
                          .result(metrics.scrape()));
              config.routes.get(
                  "/health",
                  request -> {
                    Health now = health.get();
                    request
                        .status(now.healthy() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType("application/json")
                        .result(now.details().toString());
                  });
            });
    return new StatusServer(server.start(port));
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
