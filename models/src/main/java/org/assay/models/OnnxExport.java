package org.assay.models;

import java.util.ArrayList;
import java.util.List;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.OperatorSetIdProto;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.TensorShapeProto;
import onnx.OnnxMl.TypeProto;
import onnx.OnnxMl.ValueInfoProto;

/**
 * Writes trained networks as one ONNX graph: standardise, clip, run each network, take the mean of
 * their raw scores. Input {@code values} of shape [-1, size], output {@code score} of [-1, 1].
 *
 * @see <a href="https://onnx.ai/onnx/operators/">ONNX operators</a>, operator set 13
 */
final class OnnxExport {
  /** Name of the input. */
  static final String INPUT = "values";

  /** Name of the output. */
  static final String OUTPUT = "score";

  private static final int OPERATOR_SET = 13;
  private static final int IR_VERSION = 7;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("ai-generated");

  private OnnxExport() {}

  /** The file's bytes. */
  static byte[] of(Standardisation standardisation, List<DenseNetwork> members) {
    return new OnnxExport().model(standardisation, members).toByteArray();
  }

  private ModelProto model(Standardisation standardisation, List<DenseNetwork> members) {
    int size = standardisation.mean().length;
    constant("mean", standardisation.mean(), size);
    constant("scale", standardisation.scale(), size);
    constant("least", new float[] {-Standardisation.LIMIT});
    constant("most", new float[] {Standardisation.LIMIT});
    node("Sub", "centred", INPUT, "mean");
    node("Mul", "scaled", "centred", "scale");
    node("Clip", "clipped", "scaled", "least", "most");
    List<String> scores = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      scores.add(member(members.get(i), "member" + i));
    }
    node("Mean", OUTPUT, scores.toArray(String[]::new));
    graph.addInput(tensor(INPUT, size)).addOutput(tensor(OUTPUT, 1));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("assay")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setGraph(graph)
        .build();
  }

  /** Adds the layers of one network; gives the name of its raw score. */
  private String member(DenseNetwork network, String name) {
    String previous = "clipped";
    for (int layer = 0; layer < network.layers(); layer++) {
      String prefix = name + "_" + layer;
      float[][] weights = network.weights(layer).toFloatMatrix();
      constant(prefix + "_W", flat(weights), weights.length, weights[0].length);
      constant(prefix + "_b", network.bias(layer).toFloatVector(), weights[0].length);
      node("Gemm", prefix + "_sum", previous, prefix + "_W", prefix + "_b");
      previous = prefix + "_sum";
      if (layer + 1 < network.layers()) {
        node("Relu", prefix + "_out", previous);
        previous = prefix + "_out";
      }
    }
    return previous;
  }

  private void node(String operator, String output, String... inputs) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    if (operator.equals("Gemm")) {
      node.addAttribute(
          AttributeProto.newBuilder()
              .setName("alpha")
              .setType(AttributeProto.AttributeType.FLOAT)
              .setF(1));
    }
    graph.addNode(node);
  }

  /** Adds a tensor; a scalar if no dimension is given. */
  private void constant(String name, float[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
  }

  private static ValueInfoProto tensor(String name, long columns) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("tiles"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
