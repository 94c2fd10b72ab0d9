package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.assay.signal.Abstention;
import org.assay.signal.Activity;
import org.assay.signal.BankMatch;
import org.assay.signal.Consent;
import org.assay.signal.DetectorScore;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;
import org.assay.signal.Mark;
import org.assay.signal.Mention;
import org.assay.signal.Provenance;
import org.assay.signal.Signal;

/** The JSON form of signals: {@code {"type":"detector-score", "detector":…, …}}. */
public final class SignalJson {
  private SignalJson() {}

  /** Writes one signal; texts are cleaned and bounded. */
  public static ObjectNode write(Signal signal) {
    ObjectNode node = Json.object();
    node.put("type", typeOf(signal.getClass())).put("detector", signal.detector());
    if (signal instanceof DetectorScore score) {
      node.put("model", Text.clean(score.model())).put("probability", score.probability());
      node.set("evidence", EvidenceJson.write(score.evidence()));
    } else if (signal instanceof Fingerprint print) {
      write(node, print.type());
      node.put("hash", print.hash()).put("quality", print.quality());
      print.time().ifPresent(time -> node.put("timeSeconds", Fields.inSeconds(time)));
    } else if (signal instanceof BankMatch match) {
      node.put("bank", match.bank()).put("entry", Text.clean(match.entry()));
      write(node, match.type());
      node.put("distance", match.distance()).put("transform", Text.clean(match.transform()));
      node.put("verdict", Text.clean(match.verdict()));
      node.set("evidence", EvidenceJson.write(match.evidence()));
    } else if (signal instanceof Provenance provenance) {
      write(node, provenance);
    } else if (signal instanceof Mark mark) {
      node.put("kind", mark.kind()).put("place", Text.clean(mark.place()));
      node.put("value", Text.clean(mark.value())).put("strength", Json.kebab(mark.strength()));
      node.put("ai", mark.ai());
    } else if (signal instanceof Mention mention) {
      node.put("watchlist", mention.watchlist()).put("entry", Text.clean(mention.entry()));
      node.put("place", Text.clean(mention.place())).put("confidence", mention.confidence());
    } else if (signal instanceof Consent consent) {
      node.put("subject", Text.clean(consent.subject())).put("purpose", consent.purpose());
      node.put("allowed", consent.allowed());
    } else if (signal instanceof Activity activity) {
      node.put("account", Text.clean(activity.account()));
      node.put("windowSeconds", Fields.inSeconds(activity.window()));
      node.put("items", activity.items()).put("nearCopyShare", activity.nearCopyShare());
      node.put("aiShare", activity.aiShare());
    } else if (signal instanceof Abstention abstention) {
      node.put("reason", Text.clean(abstention.reason()));
    } else {
      throw new IllegalStateException("no JSON form for " + signal.getClass());
    }
    return node;
  }

  private static void write(ObjectNode node, Provenance provenance) {
    node.put("state", Json.kebab(provenance.state()));
    node.set("codes", Json.texts(provenance.codes()));
    node.put("aiSignal", Json.kebab(provenance.aiSignal()));
    node.put("generator", Text.clean(provenance.generator()));
    node.put("signer", Text.clean(provenance.signer()));
    node.set("manifests", Json.texts(provenance.manifests()));
  }

  private static void write(ObjectNode node, HashType type) {
    node.put("hashType", type.name()).put("variant", type.variant()).put("bits", type.bits());
  }

  /** Reads one signal; {@code path} says in messages where it stood. */
  public static Signal read(String path, JsonNode node) throws IOException {
    return Fields.of(path, node, SignalJson::read);
  }

  private static Signal read(Fields fields) throws IOException {
    String type = fields.text("type");
    String detector = fields.text("detector");
    return switch (type) {
      case "detector-score" ->
          new DetectorScore(
              detector,
              fields.text("model"),
              fields.number("probability"),
              fields.list("evidence", EvidenceJson::read));
      case "fingerprint" ->
          new Fingerprint(
              detector,
              hashType(fields),
              fields.text("hash"),
              fields.integer("quality"),
              fields.optionalSeconds("timeSeconds"));
      case "bank-match" -> bankMatch(detector, fields);
      case "provenance" -> provenance(detector, fields);
      case "mark" ->
          new Mark(
              detector,
              fields.text("kind"),
              fields.text("place"),
              fields.text("value"),
              fields.oneOf("strength", Mark.Strength.class),
              fields.flag("ai"));
      case "mention" ->
          new Mention(
              detector,
              fields.text("watchlist"),
              fields.text("entry"),
              fields.text("place"),
              fields.number("confidence"));
      case "consent" ->
          new Consent(
              detector, fields.text("subject"), fields.text("purpose"), fields.flag("allowed"));
      case "activity" ->
          new Activity(
              detector,
              fields.text("account"),
              fields.seconds("windowSeconds"),
              fields.integer("items"),
              fields.number("nearCopyShare"),
              fields.number("aiShare"));
      case "abstention" -> new Abstention(detector, fields.text("reason"));
      default -> throw new IOException(fields.path() + ": unknown signal type '" + type + "'");
    };
  }

  private static BankMatch bankMatch(String detector, Fields fields) throws IOException {
    return new BankMatch(
        detector,
        fields.text("bank"),
        fields.text("entry"),
        hashType(fields),
        fields.integer("distance"),
        fields.text("transform"),
        fields.text("verdict"),
        fields.list("evidence", EvidenceJson::read));
  }

  private static Provenance provenance(String detector, Fields fields) throws IOException {
    return new Provenance(
        detector,
        fields.oneOf("state", Provenance.State.class),
        fields.texts("codes"),
        fields.oneOf("aiSignal", Provenance.AiSignal.class),
        fields.text("generator"),
        fields.text("signer"),
        fields.texts("manifests"));
  }

  private static HashType hashType(Fields fields) throws IOException {
    return new HashType(fields.text("hashType"), fields.text("variant"), fields.integer("bits"));
  }

  private static String typeOf(Class<? extends Signal> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
