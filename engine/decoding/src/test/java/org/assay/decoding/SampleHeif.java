package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Writes AVIF files that FFmpeg's own writer cannot: of several tiles, and turned. */
final class SampleHeif {
  private SampleHeif() {}

  /**
   * A row of tiles as one picture.
   *
   * @param tiles AVIF stills as FFmpeg writes them, all of one size
   * @param quarterTurns counter-clockwise, 0 to 3
   */
  static byte[] row(List<byte[]> tiles, int tileWidth, int height, int quarterTurns) {
    int count = tiles.size();
    int width = count * tileWidth;
    byte[] grid =
        ByteBuffer.allocate(8)
            .putShort((short) 0)
            .put((byte) 0)
            .put((byte) (count - 1))
            .putShort((short) width)
            .putShort((short) height)
            .array();
    byte[] type =
        box("ftyp", "avif".getBytes(ISO_8859_1), new byte[4], "avifmif1miaf".getBytes(ISO_8859_1));
    int metaLength = meta(tiles, grid, tileWidth, height, quarterTurns, 0).length;
    int payload = type.length + metaLength + 8;
    byte[] meta = meta(tiles, grid, tileWidth, height, quarterTurns, payload);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(grid);
    tiles.forEach(tile -> data.writeBytes(content(tile, "mdat")));
    return join(type, meta, box("mdat", data.toByteArray()));
  }

  private static byte[] meta(
      List<byte[]> tiles, byte[] grid, int tileWidth, int height, int turns, int payload) {
    int items = tiles.size() + 1; // item 1 is the grid, tiles follow
    ByteBuffer locations =
        ByteBuffer.allocate(8 + 14 * items).putInt(0).put((byte) 0x44).put((byte) 0);
    locations.putShort((short) items);
    ByteArrayOutputStream infos = new ByteArrayOutputStream();
    ByteBuffer references = ByteBuffer.allocate(4 + 2 * tiles.size());
    references.putShort((short) 1).putShort((short) tiles.size());
    ByteBuffer properties = ByteBuffer.allocate(8 + 6 + 5 * tiles.size()).putInt(0).putInt(items);
    properties.putShort((short) 1).put((byte) 3).put((byte) 3).put((byte) 4).put((byte) 0x85);
    int at = payload;
    for (int item = 1; item <= items; item++) {
      int length = item == 1 ? grid.length : content(tiles.get(item - 2), "mdat").length;
      locations.putShort((short) item).putShort((short) 0).putShort((short) 1);
      locations.putInt(at).putInt(length);
      at += length;
      infos.writeBytes(
          box(
              "infe",
              ByteBuffer.allocate(8)
                  .putInt(0x02000000)
                  .putShort((short) item)
                  .putShort((short) 0)
                  .array(),
              (item == 1 ? "grid" : "av01").getBytes(ISO_8859_1),
              new byte[1]));
      if (item > 1) {
        references.putShort((short) item);
        properties.putShort((short) item).put((byte) 2).put((byte) 1).put((byte) 0x82);
      }
    }
    byte[] containers =
        box(
            "ipco",
            box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(tileWidth).putInt(height).array()),
            box("av1C", content(tiles.get(0), "av1C")),
            box(
                "ispe",
                ByteBuffer.allocate(12)
                    .putInt(0)
                    .putInt(tileWidth * tiles.size())
                    .putInt(height)
                    .array()),
            box("pixi", ByteBuffer.allocate(8).putInt(0).putInt(0x03080808).array()),
            box("irot", new byte[] {(byte) turns}));
    return box(
        "meta",
        new byte[4],
        box("hdlr", new byte[8], "pict".getBytes(ISO_8859_1), new byte[13]),
        box("pitm", new byte[] {0, 0, 0, 0, 0, 1}),
        box("iloc", locations.array()),
        box(
            "iinf",
            ByteBuffer.allocate(6).putInt(0).putShort((short) items).array(),
            infos.toByteArray()),
        box("iref", new byte[4], box("dimg", references.array())),
        box("iprp", containers, box("ipma", properties.array())));
  }

  private static byte[] content(byte[] file, String box) {
    int at = new String(file, ISO_8859_1).indexOf(box);
    int length = ByteBuffer.wrap(file).getInt(at - 4);
    return Arrays.copyOfRange(file, at + 4, at - 4 + length);
  }

  private static byte[] box(String name, byte[]... parts) {
    byte[] content = join(parts);
    return join(
        ByteBuffer.allocate(8).putInt(8 + content.length).put(name.getBytes(ISO_8859_1)).array(),
        content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
