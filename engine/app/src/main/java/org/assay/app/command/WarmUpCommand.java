package org.assay.app.command;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.json.CaseJson;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.decision.Case;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.pipeline.StageTimer;
import org.assay.rulebase.RuleBaseLoader;
import picocli.CommandLine.Command;

/** A typical run over a picture made on the spot; the launcher records the classes it loads. */
@Command(name = "warm-up", hidden = true, description = "Runs once through the whole engine.")
final class WarmUpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  WarmUpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = Config.read(surroundings.home(), Optional.empty(), surroundings.environment());
    RuleBaseLoader.load(config.rulesDirectory()).close(); // compiled, kept or not
    Engine.open(config, List.of(), StageTimer.NONE).close(); // and kept, for the next one
    Path picture = Files.createTempFile("assay-warm-up", ".jpg");
    try (Engine engine = Engine.open(config, List.of(), StageTimer.NONE)) {
      ImageIO.write(drawing(), "jpg", picture.toFile());
      Case examined = engine.examine(new MediaItem("warm-up", "warm-up", picture, Context.NONE));
      surroundings.out().println(Json.print(CaseJson.write(examined)));
      surroundings.out().println(Json.print(DecisionJson.write(engine.decide(examined))));
      return ExitStatus.DONE;
    } finally {
      Files.deleteIfExists(picture);
    }
  }

  private static BufferedImage drawing() {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 320, 240, Color.BLUE));
    graphics.fillRect(0, 0, 320, 240);
    graphics.setPaint(Color.WHITE);
    graphics.fillOval(60, 40, 120, 160);
    graphics.dispose();
    return image;
  }
}
