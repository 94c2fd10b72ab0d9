package org.assay.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assay.app.Config;
import org.assay.app.ConfigException;
import org.assay.app.ConfigKey;
import picocli.CommandLine.Option;

/** Options of every command that needs the configuration. */
final class EngineOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file; the default is assay.properties in the project, if it is there.")
  private Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory, instead of the configured one.")
  private Path data;

  /** Reads the configuration. */
  Config config(Surroundings surroundings) throws ConfigException, IOException {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (data != null) {
      environment.put(ConfigKey.DATA_DIRECTORY.variable(), data.toAbsolutePath().toString());
    }
    return Config.read(surroundings.home(), Optional.ofNullable(config), environment);
  }
}
