package org.assay.detection;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assay.pipeline.DetectionException;

/**
 * A network with one input and one output of 32-bit floats, run by ONNX Runtime on the processor.
 * Safe for concurrent use until it is closed.
 */
public final class OnnxModel implements AutoCloseable {
  private final Path file;
  private final OrtSession session;
  private final String input;

  private OnnxModel(Path file, OrtSession session) {
    this.file = file;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
  }

  /**
   * Loads the network.
   *
   * @param threads used within one run, at least 1; callers that run in parallel themselves want 1
   * @param inputShape expected of the only input, outermost first; -1 where any size goes
   * @throws IOException if it is no ONNX file or has another input or several outputs
   */
  public static OnnxModel load(Path file, int threads, long... inputShape) throws IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Threads that spin while they wait take the processor from the other detectors.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
      try {
        requireShape(file, session, inputShape);
      } catch (IOException | OrtException mismatch) {
        session.close();
        throw mismatch;
      }
      return new OnnxModel(file, session);
    } catch (OrtException failure) {
      throw new IOException(file + " cannot be loaded by ONNX Runtime", failure);
    }
  }

  /**
   * Runs the network once.
   *
   * @param values the input, row-major in {@code shape}
   * @return the output, row-major
   * @throws DetectionException if ONNX Runtime refuses, which a shape that does not fit causes
   */
  public float[] run(FloatBuffer values, long... shape) throws DetectionException {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      if (!(result.get(0) instanceof OnnxTensor output) || output.getFloatBuffer() == null) {
        throw new DetectionException(file + " does not give 32-bit floats");
      }
      FloatBuffer buffer = output.getFloatBuffer();
      float[] answer = new float[buffer.remaining()];
      buffer.get(answer);
      return answer;
    } catch (OrtException failure) {
      throw new DetectionException("ONNX Runtime failed on " + file, failure);
    }
  }

  private static void requireShape(Path file, OrtSession session, long[] expected)
      throws IOException, OrtException {
    if (session.getNumInputs() != 1 || session.getNumOutputs() != 1) {
      throw new IOException(
          "%s has %d inputs and %d outputs, expected one of each"
              .formatted(file, session.getNumInputs(), session.getNumOutputs()));
    }
    NodeInfo found = session.getInputInfo().values().iterator().next();
    if (!(found.getInfo() instanceof TensorInfo tensor)
        || !Arrays.equals(tensor.getShape(), expected)) {
      throw new IOException(
          "%s: input '%s' is %s, expected shape %s"
              .formatted(file, found.getName(), found.getInfo(), Arrays.toString(expected)));
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("ONNX Runtime failed to close " + file, failure);
    }
  }
}
