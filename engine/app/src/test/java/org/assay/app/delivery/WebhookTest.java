package org.assay.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assay.app.json.Json;
import org.assay.app.store.ParkedDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookTest {
  private static final byte[] SECRET = "sixteen bytes or more".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private OutboxFixture fixture;
  private HttpServer server;
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();

  private record Received(String key, String timestamp, String signature, String body) {
    String item() {
      try {
        return Json.parse("body", body).get("item").textValue();
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    fixture = new OutboxFixture(directory);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(serverThreads);
    server.createContext("/hook", this::answer);
    server.createContext("/endless", WebhookTest::answerWithoutEnd);
    server.start();
  }

  @AfterEach
  void close() throws IOException {
    server.stop(0);
    serverThreads.shutdownNow();
    fixture.close();
  }

  @Test
  void noticeIsSignedOverTimeAndBody() throws Exception {
    fixture.decide("a");
    assertThat(deliverAll("p1")).isTrue();
    Received one = received.get(0);
    Signature signature = new Signature(SECRET);
    assertThat(signature.verifies(one.signature(), one.timestamp(), one.body())).isTrue();
    assertThat(signature.verifies(one.signature(), one.timestamp() + "0", one.body())).isFalse();
    assertThat(signature.verifies(one.signature(), one.timestamp(), one.body() + " ")).isFalse();
    assertThat(Instant.ofEpochSecond(Long.parseLong(one.timestamp())))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(Json.parse("body", one.body()).get("key").textValue()).isEqualTo(one.key());
  }

  @Test
  void signatureIsTheOneThatOtherProgramsCompute() {
    // printf '1.{}' | openssl dgst -sha256 -hmac 0123456789abcdef
    assertThat(new Signature("0123456789abcdef".getBytes(StandardCharsets.UTF_8)).of("1", "{}"))
        .isEqualTo("v1=2af693cb56b22c16912222aeefdc75a01de562bf70ee2015f41ecea48382997f");
    assertThatThrownBy(() -> new Signature(new byte[15])).hasMessageContaining("at least 16");
  }

  @Test
  void failedNoticeComesAgainUnderTheSameKeyAndInOrder() throws Exception {
    Collections.addAll(answers, 200, 500, 503, 204);
    fixture.decide("a", "b", "c");
    deliverUntil(5);
    assertThat(received).extracting(Received::item).containsExactly("a", "b", "b", "b", "c");
    assertThat(received.subList(1, 4))
        .extracting(Received::key)
        .containsOnly(received.get(1).key());
    assertThat(received).extracting(Received::key).hasSize(5);
    assertThat(received.stream().map(Received::key).distinct()).hasSize(3);
  }

  @Test
  void receiverOutOfReachMissesNothingAcrossARestart() throws Exception {
    fixture.decide("a");
    int port = server.getAddress().getPort();
    server.stop(0);
    assertThat(deliverAll("p1")).isFalse();
    fixture.reopen();
    fixture.decide("b");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/hook", this::answer);
    server.start();
    assertThat(deliverAll("p2")).isTrue();
    assertThat(received).extracting(Received::item).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 410})
  void refusalForGoodIsParkedAtOnce(int status) throws Exception {
    Collections.addAll(answers, status, 200);
    fixture.decide("a", "b");
    assertThat(deliverAll("p1")).isTrue();
    assertThat(received).extracting(Received::item).containsExactly("a", "b");
    ParkedDelivery parked = fixture.subscriptions().parked(9).get(0);
    assertThat(parked.itemId()).isEqualTo("a");
    assertThat(parked.cause()).contains("webhook hook refused the notice: status " + status);
  }

  @Test
  void refusalForNowIsParkedAfterEnoughAttempts() throws Exception {
    Collections.addAll(answers, 500, 500, 500, 200);
    fixture.decide("a", "b");
    deliverUntil(4);
    assertThat(received).extracting(Received::item).containsExactly("a", "a", "a", "b");
    assertThat(fixture.subscriptions().parked(9)).hasSize(1);
  }

  @Test
  void answerThatNeverEndsIsGivenUp() throws Exception {
    fixture.decide("a");
    Webhook webhook = webhook("/endless", Duration.ofMillis(300));
    List<Notice> notices =
        fixture.outbox().after(0, 1).stream().map(entry -> new Notice("k-1", entry)).toList();
    assertThatThrownBy(() -> webhook.deliver(notices))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/", "example.org", "https:///path", "file:///x"})
  void addressThatIsNotOfTheWebIsRefused(String address) {
    URI uri = URI.create(address);
    Signature signature = new Signature(SECRET);
    assertThatThrownBy(
            () -> new Webhook("hook", uri, signature, Duration.ofSeconds(1), Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http or https");
  }

  private boolean deliverAll(String owner) throws InterruptedException {
    try (Deliverer deliverer = fixture.deliverer(webhook("/hook", Duration.ofSeconds(20)), owner)) {
      return deliverer.deliverNow();
    }
  }

  private void deliverUntil(int requests) throws InterruptedException {
    try (Deliverer deliverer = fixture.deliverer(webhook("/hook", Duration.ofSeconds(20)), "p")) {
      deliverer.start();
      while (received.size() < requests) { // the class's time-out ends a wait in vain
        Thread.sleep(5);
      }
      while (!deliverer.deliverNow()) {
        Thread.sleep(5);
      }
    }
  }

  private Webhook webhook(String path, Duration timeout) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new Webhook("hook", uri, new Signature(SECRET), timeout, Clock.systemUTC());
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status;
    synchronized (answers) {
      status = answers.isEmpty() ? 200 : answers.poll();
      received.add(
          new Received(
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              exchange.getRequestHeaders().getFirst("Assay-Timestamp"),
              exchange.getRequestHeaders().getFirst("Assay-Signature"),
              new String(body, StandardCharsets.UTF_8)));
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void answerWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      while (true) {
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException gone) {
      exchange.close();
    }
  }
}
