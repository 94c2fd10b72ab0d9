package org.assay.app;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.assay.rulebase.NearestSpelling;

/**
 * The program's configuration, read and checked once. Thresholds are not configuration: they are
 * rules.
 *
 * @param provenanceTrust folder of trust lists besides those that are shipped
 * @param detectors ids of the detectors to run; empty means all
 * @param workers items examined at the same time, at least 1
 * @param webhook where decisions are posted; empty when they go to {@code outboxFile}
 */
public record Config(
    Path dataDirectory,
    Path rulesDirectory,
    Path modelsDirectory,
    Optional<Path> cacheDirectory,
    Optional<Path> provenanceTrust,
    List<String> detectors,
    int workers,
    Duration budget,
    long maxPixels,
    long maxFileBytes,
    int maxFrames,
    Duration decodeTime,
    int maxAttempts,
    Duration lease,
    int metricsPort,
    Path outboxFile,
    Optional<URI> webhook,
    String webhookSecret) {

  /** Name of the file that is read from the home folder when none is named. */
  public static final String FILE_NAME = "assay.properties";

  /**
   * Reads the configuration: defaults, then the file, then the environment.
   *
   * @param home what relative paths start from: the root of the project
   * @param file the file that was named; empty means {@code assay.properties} in {@code home}, if
   *     it is there
   * @throws ConfigException on an unknown key or a value out of range
   * @throws IOException if the file cannot be read
   */
  public static Config read(Path home, Optional<Path> file, Map<String, String> environment)
      throws ConfigException, IOException {
    Path source = file.orElse(home.resolve(FILE_NAME));
    ConfigValues values = new ConfigValues(home);
    if (file.isPresent() || Files.exists(source)) {
      values.addFile(source, readProperties(source));
    }
    values.addEnvironment(environment);
    return of(values);
  }

  private static Config of(ConfigValues values) throws ConfigException {
    Path data = values.path(ConfigKey.DATA_DIRECTORY);
    int workers = values.integer(ConfigKey.WORKERS, 0, 1024);
    Optional<URI> webhook = values.url(ConfigKey.WEBHOOK_URL);
    String secret = values.text(ConfigKey.WEBHOOK_SECRET);
    if (webhook.isPresent() && secret.isEmpty()) {
      throw new ConfigException(
          "webhook-url is set, but webhook-secret is empty: set the key that signs");
    }
    return new Config(
        data,
        values.path(ConfigKey.RULES_DIRECTORY),
        values.path(ConfigKey.MODELS_DIRECTORY),
        values.optionalPath(ConfigKey.CACHE_DIRECTORY),
        values.optionalPath(ConfigKey.PROVENANCE_TRUST),
        values.names(ConfigKey.DETECTORS),
        workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
        Duration.ofMillis(values.integer(ConfigKey.BUDGET_MILLIS, 1, 3_600_000)),
        values.integer(ConfigKey.MAX_PIXELS, 1, 600_000_000),
        values.integer(ConfigKey.MAX_FILE_MEGABYTES, 1, 1 << 20) * (1L << 20),
        values.integer(ConfigKey.MAX_FRAMES, 1, 10_000),
        Duration.ofSeconds(values.integer(ConfigKey.DECODE_SECONDS, 1, 3600)),
        values.integer(ConfigKey.MAX_ATTEMPTS, 1, 100),
        Duration.ofSeconds(values.integer(ConfigKey.LEASE_SECONDS, 5, 3600)),
        values.integer(ConfigKey.METRICS_PORT, 0, 65_535),
        values.optionalPath(ConfigKey.OUTBOX_FILE).orElse(data.resolve("outbox.ndjson")),
        webhook,
        secret);
  }

  private static Map<String, String> readProperties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IllegalArgumentException malformed) {
      throw new IOException(file + ": " + malformed.getMessage(), malformed);
    }
    Map<String, String> values = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  /** Values by key, each with the place it was set, for messages. */
  private static final class ConfigValues {
    private final Path home;
    private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
    private final Map<ConfigKey, String> places = new EnumMap<>(ConfigKey.class);

    ConfigValues(Path home) {
      this.home = home;
      for (ConfigKey key : ConfigKey.values()) {
        values.put(key, key.fallback());
        places.put(key, "default");
      }
    }

    void addFile(Path file, Map<String, String> entries) throws ConfigException {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        ConfigKey key =
            ConfigKey.of(entry.getKey()).orElseThrow(() -> unknown(file, entry.getKey()));
        values.put(key, entry.getValue().strip());
        places.put(key, file.toString());
      }
    }

    void addEnvironment(Map<String, String> environment) {
      for (ConfigKey key : ConfigKey.values()) {
        String value = environment.get(key.variable());
        if (value != null) {
          values.put(key, value.strip());
          places.put(key, "environment variable " + key.variable());
        }
      }
    }

    String text(ConfigKey key) {
      return values.get(key);
    }

    int integer(ConfigKey key, int least, int most) throws ConfigException {
      try {
        int value = Integer.parseInt(text(key));
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException notANumber) {
        throw wrong(key, "a whole number from " + least + " to " + most);
      }
      throw wrong(key, "a whole number from " + least + " to " + most);
    }

    Path path(ConfigKey key) throws ConfigException {
      return optionalPath(key).orElseThrow(() -> wrong(key, "a path"));
    }

    Optional<Path> optionalPath(ConfigKey key) {
      return text(key).isEmpty()
          ? Optional.empty()
          : Optional.of(home.resolve(text(key)).toAbsolutePath().normalize());
    }

    Optional<URI> url(ConfigKey key) throws ConfigException {
      if (text(key).isEmpty()) {
        return Optional.empty();
      }
      try {
        URI url = URI.create(text(key));
        if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null) {
          return Optional.of(url);
        }
      } catch (IllegalArgumentException notAUrl) {
        throw wrong(key, "an http or https URL");
      }
      throw wrong(key, "an http or https URL");
    }

    List<String> names(ConfigKey key) {
      return text(key).equals("all") ? List.of() : List.of(text(key).split("\\s*,\\s*"));
    }

    private ConfigException wrong(ConfigKey key, String expected) {
      return new ConfigException(
          "%s (%s): expected %s, found '%s'"
              .formatted(key.key(), places.get(key), expected, text(key)));
    }

    private static ConfigException unknown(Path file, String spelling) {
      String nearest =
          NearestSpelling.of(
                  spelling, Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList())
              .map(key -> "; did you mean '" + key + "'?")
              .orElse("");
      return new ConfigException("%s: unknown key '%s'%s".formatted(file, spelling, nearest));
    }
  }
}
