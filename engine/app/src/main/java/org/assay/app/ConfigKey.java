package org.assay.app;

import java.util.Locale;
import java.util.Optional;

/** Every key of the configuration, with its default and what it is for. */
public enum ConfigKey {
  /** Where the queue, the cases and the received bytes are kept. */
  DATA_DIRECTORY("data", "where the job queue, cases, decisions and received bytes are kept"),
  /** Where analysts keep their rules. */
  RULES_DIRECTORY("rules", "the rule base: a folder per policy"),
  /** Where model versions are kept. */
  MODELS_DIRECTORY("models", "the models: a folder per detector and version"),
  /** Where programs and natives are unpacked. */
  CACHE_DIRECTORY("", "where FFmpeg is unpacked; empty is the user's cache folder"),
  /** Whom provenance believes besides the shipped lists. */
  PROVENANCE_TRUST(
      "", "folder of further trust lists (PEM) for provenance; empty is the shipped lists alone"),
  /** Which detectors run. */
  DETECTORS("all", "the detectors to run, separated by commas, or all"),
  /** Threads that examine items. */
  WORKERS("0", "items examined at the same time; 0 is the number of processor cores"),
  /** Time for the detectors of one item. */
  BUDGET_MILLIS("30000", "time for all detectors of one item, decoding not counted"),
  /** Greatest picture. */
  MAX_PIXELS("100000000", "pictures and frames with more pixels are refused"),
  /** Greatest file. */
  MAX_FILE_MEGABYTES("4096", "larger files are refused"),
  /** Greatest number of frames looked at. */
  MAX_FRAMES("120", "frames sampled from one video at most"),
  /** Time for decoding one item. */
  DECODE_SECONDS("60", "time for decoding one item"),
  /** Attempts before a job is parked. */
  MAX_ATTEMPTS("5", "attempts before a job is parked with its cause"),
  /** How long a job belongs to a worker without a heartbeat. */
  LEASE_SECONDS("60", "how long a job stays with a worker that gives no heartbeat"),
  /** Metrics and health. */
  METRICS_PORT("9464", "port of /metrics and /health on the loopback address; 0 is off"),
  /** Where decisions are appended. */
  OUTBOX_FILE(
      "",
      "NDJSON file that decisions are appended to; empty is outbox.ndjson in the data directory"),
  /** Where decisions are posted. */
  WEBHOOK_URL("", "URL that decisions are posted to instead of the file"),
  /** Signs what is posted. */
  WEBHOOK_SECRET("", "key that signs what is posted (HMAC-SHA256); needed with webhook-url");

  private final String fallback;
  private final String purpose;

  ConfigKey(String fallback, String purpose) {
    this.fallback = fallback;
    this.purpose = purpose;
  }

  /** As written in the file: {@code data-directory}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As set in the environment: {@code ASSAY_DATA_DIRECTORY}. */
  public String variable() {
    return "ASSAY_" + name();
  }

  /** What holds when nothing is set. */
  public String fallback() {
    return fallback;
  }

  /** One phrase for people. */
  public String purpose() {
    return purpose;
  }

  /** The key of this spelling, if there is one. */
  public static Optional<ConfigKey> of(String spelling) {
    for (ConfigKey key : values()) {
      if (key.key().equals(spelling)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
