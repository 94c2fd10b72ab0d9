package org.assay.provenance.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/** What hosted generators write. */
final class ServiceRules {
  private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern JOB = Pattern.compile("\\bJob ID: (" + UUID + ")\\b");
  private static final Pattern SIGNATURE = Pattern.compile("^\\s*Signature: [A-Za-z0-9+/=_-]{40,}");
  private static final Pattern ARTIST = Pattern.compile("\\s*" + UUID + "\\s*");

  private ServiceRules() {}

  /** NovelAI's own text chunks and EXIF title. */
  static List<Mark> novelAi(Statement statement) {
    boolean program = statement.isText("Software") && statement.text().strip().equals("NovelAI");
    boolean signed = statement.isText("Comment") && statement.text().contains("\"signed_hash\"");
    boolean exif =
        statement.isExif("DocumentName")
            && statement.text().strip().equals("NovelAI generated image");
    return program || signed || exif
        ? List.of(Marking.ai("novelai", statement, statement.text(), Strength.STRONG))
        : List.of();
  }

  /** Midjourney ends the description with the job's identifier. */
  static List<Mark> midjourney(Statement statement) {
    if (!statement.isText("Description") && !statement.isExif("ImageDescription")) {
      return List.of();
    }
    Matcher job = JOB.matcher(statement.text());
    return job.find()
        ? List.of(Marking.ai("midjourney", statement, job.group(), Strength.STRONG))
        : List.of();
  }

  /** Grok signs in a comment and names an artist by a UUID; only the pair says something. */
  static List<Mark> grok(List<Statement> statements) {
    boolean artist =
        statements.stream()
            .anyMatch(one -> one.isExif("Artist") && ARTIST.matcher(one.text()).matches());
    List<Mark> marks = new ArrayList<>();
    for (Statement statement : statements) {
      boolean signed =
          (statement.isExif("ImageDescription") || statement.isExif("UserComment"))
              && SIGNATURE.matcher(statement.text()).find();
      if (artist && signed) {
        marks.add(Marking.ai("grok", statement, statement.text(), Strength.STRONG));
      }
    }
    return marks;
  }

  /** The hosting job that ran a diffusion model. */
  static List<Mark> hostingJob(Statement statement) {
    return statement.isText("hf-job-id")
        ? List.of(Marking.ai("hf-job-id", statement, statement.text(), Strength.WEAK))
        : List.of();
  }
}
