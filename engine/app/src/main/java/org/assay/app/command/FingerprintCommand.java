package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.json.Json;
import org.assay.decoding.MediaDecoder;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.Hasher;
import org.assay.matching.hash.Transform;
import org.assay.media.Context;
import org.assay.media.Frame;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.Video;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Perceptual hashes of files. */
@Command(
    name = "fingerprint",
    description = "Perceptual hashes of pictures and video frames.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay fingerprint photo.jpg",
      "  ./assay fingerprint --variant ref512 --dihedral --json photos/",
      "",
      "Hashes of two variants are never compared: full is what python-threatexchange and HMA",
      "exchange, ref512 is what the C++ command-line tool of PDQ writes."
    })
final class FingerprintCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;
  @Spec private CommandSpec spec;

  @Option(names = "--type", defaultValue = "pdq", description = "Hash type: ${DEFAULT-VALUE}.")
  private String type;

  @Option(
      names = "--variant",
      defaultValue = "full",
      description = "full or ref512; default: ${DEFAULT-VALUE}.")
  private String variant;

  @Option(names = "--dihedral", description = "Also the hashes of the turned and mirrored picture.")
  private boolean dihedral;

  private final Surroundings surroundings;

  FingerprintCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Hasher hasher = hasher();
    Config config = engineOptions.config(surroundings);
    MediaDecoder decoder = Engine.decoder(config);
    return inputs
        .run(surroundings, config.workers())
        .over(inputs.files(surroundings), "files", path -> fingerprint(decoder, hasher, path));
  }

  private Hasher hasher() {
    try {
      return HashTypes.of(type + "/" + variant);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
  }

  private Answer fingerprint(MediaDecoder decoder, Hasher hasher, String path)
      throws MediaException, IOException, InterruptedException {
    Media media = decoder.decode(new MediaItem(path, path, Path.of(path), Context.NONE));
    ObjectNode json = Json.object().put("path", path).put("type", type).put("variant", variant);
    if (media instanceof Image image) {
      DihedralHashes hashes = hasher.hash(image.raster());
      json.put("hash", hashes.original().hex()).put("quality", hashes.quality());
      if (dihedral) {
        json.set("dihedral", turned(hashes));
      }
      return Answer.of(
          json,
          "%s  quality %3d  %s"
              .formatted(hashes.original().hex(), hashes.quality(), Text.clean(path)));
    }
    if (media instanceof Video video) {
      json.set("frames", frames(hasher, video.frames()));
      return Answer.of(json, Text.clean(path) + "\n  " + video.frames().size() + " frames hashed");
    }
    throw new MediaException(
        "%s: %s holds no picture to hash".formatted(path, media.type().mime()));
  }

  private static ObjectNode turned(DihedralHashes hashes) {
    ObjectNode json = Json.object();
    for (Transform transform : Transform.values()) {
      if (transform != Transform.IDENTITY) {
        json.put(transform.label(), hashes.of(transform).hex());
      }
    }
    return json;
  }

  private static ArrayNode frames(Hasher hasher, List<Frame> frames) {
    ArrayNode json = Json.object().putArray("frames");
    for (Frame frame : frames) {
      DihedralHashes hashes = hasher.hash(frame.raster());
      json.addObject()
          .put("second", frame.time().toMillis() / 1000.0)
          .put("hash", hashes.original().hex())
          .put("quality", hashes.quality());
    }
    return json;
  }
}
