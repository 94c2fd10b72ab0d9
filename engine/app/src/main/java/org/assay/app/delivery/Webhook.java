package org.assay.app.delivery;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.assay.signal.Kebab;

/**
 * Posts notices to a receiver over HTTP, one a request, signed.
 *
 * <p>Headers: {@code Idempotency-Key}, the same at every attempt; {@code Assay-Timestamp}, seconds
 * since 1970; {@code Assay-Signature}, see {@link Signature}. Any answer of 200 to 299 takes the
 * notice. Out of reach: no answer in time, 408, 425, 429, 502, 503, 504. Refused for good: any
 * other 4xx, and 3xx, as redirects are not followed with signed notices. Refused for now: all else.
 */
public final class Webhook implements Subscriber {
  private static final Set<Integer> OUT_OF_REACH = Set.of(408, 425, 429, 502, 503, 504);

  private final String id;
  private final URI receiver;
  private final Signature signature;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  /**
   * Subscribes a receiver.
   *
   * @param receiver an {@code http} or {@code https} address
   * @param timeout for one request, from connecting to the end of the answer
   */
  public Webhook(String id, URI receiver, Signature signature, Duration timeout, Clock clock) {
    this.id = Kebab.require("subscriber", id);
    if (!Set.of("http", "https").contains(String.valueOf(receiver.getScheme()))
        || receiver.getHost() == null) {
      throw new IllegalArgumentException(
          "a webhook needs an http or https address, found '" + receiver + "'");
    }
    this.receiver = receiver;
    this.signature = signature;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public void deliver(List<Notice> notices) throws IOException, InterruptedException {
    for (Notice notice : notices) {
      int status = send(request(notice)).statusCode();
      if (OUT_OF_REACH.contains(status)) {
        throw new IOException("webhook %s is out of reach: status %d".formatted(id, status));
      }
      if (status < 200 || status >= 300) {
        boolean forGood = status >= 300 && status < 500;
        throw new RefusedException(
            forGood, "webhook %s refused the notice: status %d".formatted(id, status));
      }
    }
  }

  private HttpRequest request(Notice notice) {
    String body = notice.json();
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(receiver)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", notice.key())
        .header("Assay-Timestamp", timestamp)
        .header("Assay-Signature", signature.of(timestamp, body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** The client's own time-out ends with the headers, so a body that never ends needs another. */
  private HttpResponse<Void> send(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer.get(timeout.toNanos(), NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new IOException(
          "webhook %s is out of reach: %s".formatted(id, failure.getCause()), failure.getCause());
    } catch (TimeoutException failure) {
      throw new IOException(
          "webhook %s did not answer within %d ms".formatted(id, timeout.toMillis()), failure);
    } finally {
      answer.cancel(true);
    }
  }
}
