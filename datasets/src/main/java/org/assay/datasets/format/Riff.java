package org.assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a RIFF file: little-endian numbers, chunks padded to even lengths. */
final class Riff {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Riff ascii(String fourLetters) {
    out.writeBytes(fourLetters.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Riff int32(long value) {
    return int16((int) value & 0xffff).int16((int) (value >> 16) & 0xffff);
  }

  Riff int16(int value) {
    out.write(value);
    out.write(value >> 8);
    return this;
  }

  Riff bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Riff chunk(String id, byte[] data) {
    ascii(id).int32(data.length).bytes(data);
    if (data.length % 2 != 0) {
      out.write(0);
    }
    return this;
  }

  Riff list(String type, Riff content) {
    return ascii("LIST").int32(content.size() + 4L).ascii(type).bytes(content.toBytes());
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  /** The whole file around what is here. */
  byte[] file(String form) {
    return new Riff().ascii("RIFF").int32(size() + 4L).ascii(form).bytes(toBytes()).toBytes();
  }

  /** The format block of 16-bit mono PCM. */
  static byte[] pcmFormat(int sampleRateHz) {
    Riff format = new Riff().int16(1).int16(1).int32(sampleRateHz).int32(2L * sampleRateHz);
    return format.int16(2).int16(16).toBytes();
  }

  /** Samples from {@code from} up to {@code to}. */
  static byte[] pcm(short[] samples, int from, int to) {
    byte[] bytes = new byte[2 * (to - from)];
    for (int i = from; i < to; i++) {
      bytes[2 * (i - from)] = (byte) samples[i];
      bytes[2 * (i - from) + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }
}
