package org.assay.detection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the smallest useful ONNX file, one matrix product, so that tests need neither a weight
 * file nor a training library.
 */
final class TinyOnnx {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TinyOnnx() {}

  /** Maps {@code values} of shape [-1, weights.length] to {@code score} of shape [-1, 1]. */
  static byte[] product(float[] weights) {
    TinyOnnx node =
        new TinyOnnx().text(1, "values").text(1, "W").text(2, "score").text(4, "MatMul");
    ByteBuffer raw = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(weights);
    TinyOnnx tensor =
        new TinyOnnx()
            .number(1, weights.length)
            .number(1, 1)
            .number(2, 1)
            .text(8, "W")
            .field(9, raw.array());
    TinyOnnx graph =
        new TinyOnnx()
            .field(1, node.toByteArray())
            .text(2, "tiny")
            .field(5, tensor.toByteArray())
            .field(11, matrix("values", weights.length))
            .field(12, matrix("score", 1));
    TinyOnnx operators = new TinyOnnx().text(1, "").number(2, 13);
    return new TinyOnnx()
        .number(1, 7)
        .field(7, graph.toByteArray())
        .field(8, operators.toByteArray())
        .toByteArray();
  }

  private static byte[] matrix(String name, int columns) {
    TinyOnnx rows = new TinyOnnx().text(2, "n");
    TinyOnnx shape =
        new TinyOnnx()
            .field(1, rows.toByteArray())
            .field(1, new TinyOnnx().number(1, columns).toByteArray());
    TinyOnnx tensor = new TinyOnnx().number(1, 1).field(2, shape.toByteArray());
    TinyOnnx type = new TinyOnnx().field(1, tensor.toByteArray());
    return new TinyOnnx().text(1, name).field(2, type.toByteArray()).toByteArray();
  }

  private TinyOnnx number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  private TinyOnnx text(int field, String value) {
    return field(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyOnnx field(int field, byte[] value) {
    varint(((long) field << 3) | 2);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while (rest >= 128) {
      bytes.write((int) ((rest & 127) | 128));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  private byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
