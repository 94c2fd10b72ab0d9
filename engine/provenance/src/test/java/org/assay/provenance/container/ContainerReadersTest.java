package org.assay.provenance.container;

import java.util.Base64;
import org.assay.media.MediaType;
import org.assay.provenance.SampleFiles;
import org.assay.provenance.SampleFiles.Sample;
import org.assay.provenance.SampleStore;
import org.junit.jupiter.api.Nested;

/** Every format under the same contract. */
class ContainerReadersTest {

  @Nested
  class Jpeg extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.jpeg();
    }
  }

  @Nested
  class Png extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.png();
    }
  }

  @Nested
  class Webp extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.riff(MediaType.WEBP, "WEBP");
    }
  }

  @Nested
  class Wave extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.riff(MediaType.WAV, "WAVE");
    }
  }

  @Nested
  class Avi extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.riff(MediaType.AVI, "AVI ");
    }
  }

  @Nested
  class Gif extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.gif();
    }

    /** The payload is the sub-blocks with their length bytes. */
    @Override
    byte[] asStored(byte[] payload) {
      return SampleStore.store();
    }
  }

  @Nested
  class Tiff extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.tiff();
    }
  }

  @Nested
  class Mp4 extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.mp4();
    }
  }

  @Nested
  class Heic extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.heic();
    }
  }

  @Nested
  class Jxl extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.jxl();
    }
  }

  @Nested
  class Mp3 extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.mp3();
    }
  }

  @Nested
  class Flac extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.flac();
    }
  }

  @Nested
  class Svg extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.svg();
    }

    @Override
    byte[] asStored(byte[] payload) {
      return Base64.getDecoder().decode(payload);
    }
  }

  @Nested
  class Pdf extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.pdf();
    }
  }

  @Nested
  class Sidecar extends ContainerContract {
    @Override
    Sample sample() {
      return SampleFiles.sidecar();
    }
  }
}
