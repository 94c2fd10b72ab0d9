package org.assay.provenance.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.SampleStore;
import org.assay.provenance.bytes.ByteSource;
import org.junit.jupiter.api.Test;

class HostileFilesTest {
  private static final Limits SMALL = new Limits(100, 1 << 16, 1 << 16, 1 << 18, 10_000, 16);

  @Test
  void manyInflatingTextsEndTheReading() throws Exception {
    byte[] text = new ByteBuilder().text("a\0\0").put(zeros(1 << 20)).build();
    ByteBuilder png = new ByteBuilder().text("\u0089PNG\r\n\u001A\n");
    for (int i = 0; i < 1000; i++) {
      png.u32(text.length).text("zTXt").put(text).u32(0);
    }
    Container container = Containers.read(ByteSource.of(png.build()), SMALL);
    assertThat(container.parts()).isEmpty();
    assertThat(container.damage()).hasSize(200);
    assertThat(container.damage().get(0)).contains("inflates to more than 65536 bytes");
  }

  @Test
  void directoriesInACircleAreVisitedOnce() throws Exception {
    byte[] tiff =
        new ByteBuilder()
            .text("MM\0*")
            .u32(8)
            .u16(1)
            .u16(0x8769)
            .u16(4)
            .u32(1)
            .u32(8) // itself
            .u32(8) // and again
            .build();
    assertThat(Containers.read(ByteSource.of(tiff), SMALL).damage()).isEmpty();
  }

  @Test
  void listsWithinListsHaveALimit() throws Exception {
    byte[] list = new byte[0];
    for (int depth = 0; depth < 40; depth++) {
      list = new ByteBuilder().text("LIST").u32le(4L + list.length).text("abcd").put(list).build();
    }
    byte[] riff =
        new ByteBuilder().text("RIFF").u32le(4L + list.length).text("AVI ").put(list).build();
    assertThat(Containers.read(ByteSource.of(riff), SMALL).damage())
        .singleElement()
        .asString()
        .contains("nested deeper than 16");
  }

  @Test
  void damageInOnePartDoesNotHideAnother() throws Exception {
    byte[] store = SampleStore.store();
    byte[] png =
        new ByteBuilder()
            .text("\u0089PNG\r\n\u001A\n")
            .u32(3)
            .text("eXIfXXX")
            .u32(0)
            .u32(store.length)
            .text("caBX")
            .put(store)
            .u32(0)
            .u32(0)
            .text("IEND")
            .u32(0)
            .build();
    Container container = Containers.read(ByteSource.of(png), SMALL);
    assertThat(container.stores()).hasSize(1);
    assertThat(container.damage()).singleElement().asString().contains("TIFF header");
  }

  private static byte[] zeros(int count) {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[count]);
    deflater.finish();
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      result.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return result.toByteArray();
  }
}
