package org.assay.evaluation;

import java.util.List;
import java.util.Locale;

/** Draws lines of text as a terminal window in SVG, for documents. */
final class TerminalPicture {
  private static final int FONT_PIXELS = 14;
  private static final double COLUMN_PIXELS = 8.43;
  private static final int LINE_PIXELS = 19;
  private static final int MARGIN_PIXELS = 16;
  private static final int BAR_PIXELS = 28;

  private TerminalPicture() {}

  /** The SVG document; the first line is shown as the command that was typed. */
  static String of(List<String> lines) {
    int columns = lines.stream().mapToInt(String::length).max().orElse(0);
    int width = (int) Math.ceil(columns * COLUMN_PIXELS) + 2 * MARGIN_PIXELS;
    int height = lines.size() * LINE_PIXELS + 2 * MARGIN_PIXELS + BAR_PIXELS;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <rect width="%1$d" height="%2$d" rx="8" fill="#1d2230"/>
        <circle cx="20" cy="16" r="5" fill="#e4695f"/><circle cx="38" cy="16" r="5" fill="#e5b34f"/>\
        <circle cx="56" cy="16" r="5" fill="#63b75f"/>
        <g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="%3$d" fill="#d7dce6" \
        xml:space="preserve">
        """
            .formatted(width, height, FONT_PIXELS));
    for (int i = 0; i < lines.size(); i++) {
      int y = BAR_PIXELS + MARGIN_PIXELS + (i + 1) * LINE_PIXELS - 5;
      String colour = i == 0 ? " fill=\"#8fb7ff\"" : colour(lines.get(i));
      // A fixed length keeps the columns aligned whatever font the reader's machine has.
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\"%s textLength=\"%.1f\">%s</text>%n",
              MARGIN_PIXELS,
              y,
              colour,
              Math.max(1, lines.get(i).length()) * COLUMN_PIXELS,
              escape(lines.get(i).isEmpty() ? " " : lines.get(i))));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String colour(String line) {
    if (line.contains(" REMOVE ") || line.contains(" REVIEW ") || line.contains(" ERROR ")) {
      return " fill=\"#ffb1a8\"";
    }
    if (line.contains(" LABEL ") || line.contains(" LIMIT ")) {
      return " fill=\"#ffe19c\"";
    }
    return line.contains(" ALLOW ") ? " fill=\"#a8e0a3\"" : "";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
