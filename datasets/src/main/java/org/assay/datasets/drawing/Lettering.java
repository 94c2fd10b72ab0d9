package org.assay.datasets.drawing;

import java.util.Locale;

/**
 * Block letters of five by seven dots, drawn without fonts: a machine without a screen has none,
 * and two machines that have fonts have different ones. Small letters look like capitals; a
 * character without a letter is a box.
 */
public final class Lettering {
  private static final int DOTS_WIDE = 5;
  private static final int DOTS_HIGH = 7;
  private static final int STEP = DOTS_WIDE + 1;

  private static final String CHARACTERS = "!#%',-./0123456789:?@ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  // Seven rows a character, two hexadecimal digits a row, the right dot lowest.
  private static final String DOTS =
      "040404040400040a0a1f0a1f0a0a1919020408131304040800000000"
          + "000000000c04080000001f00000000000000000c0c01010204081010"
          + "0e11131519110e040c040404040e0e11010608101f1e01010e01011e"
          + "02060a121f02021f101e0101110e0608101e11110e1f010204080808"
          + "0e11110e11110e0e11110f01020c000c0c000c0c000e110106040004"
          + "0e11171517100e0e11111f1111111e11111e11111e0f10101010100f"
          + "1e11111111111e1f10101e10101f1f10101e1010100f10101311110f"
          + "1111111f1111110e04040404040e0702020202120c11121418141211"
          + "1010101010101f111b1515111111111915131111110e11111111110e"
          + "1e11111e1010100e11111115120d1e11111e1412110f10100e01011e"
          + "1f0404040404041111111111110e11111111110a0411111115151b11"
          + "11110a040a111111110a040404041f01020408101f";

  private Lettering() {}

  /** How wide a line is when its letters are {@code height} high. */
  public static double width(String line, double height) {
    return Math.max(0, line.toUpperCase(Locale.ROOT).length() * STEP - 1) * height / DOTS_HIGH;
  }

  /**
   * Writes one line.
   *
   * @param left where the first letter begins
   * @param top the upper edge of the letters
   * @param height of the letters
   */
  public static void write(
      Canvas canvas, String line, double left, double top, double height, int colour) {
    double dot = height / DOTS_HIGH;
    String capitals = line.toUpperCase(Locale.ROOT);
    for (int i = 0; i < capitals.length(); i++) {
      char letter = capitals.charAt(i);
      if (letter != ' ') {
        double start = left + i * STEP * dot;
        Canvas.Shape shape = (u, v) -> inside(letter, (u - start) / dot, (v - top) / dot) * dot;
        canvas.paint(start, top, start + DOTS_WIDE * dot, top + height, shape, (u, v) -> colour);
      }
    }
  }

  /** -1 on a dot of the letter, else 1: letters have hard edges. */
  private static int inside(char letter, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    boolean within = column >= 0 && column < DOTS_WIDE && row >= 0 && row < DOTS_HIGH;
    return within && dot(letter, column, row) ? -1 : 1;
  }

  private static boolean dot(char letter, int column, int row) {
    int index = CHARACTERS.indexOf(letter);
    if (index < 0) {
      return column == 0 || column == DOTS_WIDE - 1 || row == 0 || row == DOTS_HIGH - 1;
    }
    int at = 2 * (index * DOTS_HIGH + row);
    int bits = Integer.parseInt(DOTS, at, at + 2, 16);
    return ((bits >> (DOTS_WIDE - 1 - column)) & 1) != 0;
  }
}
