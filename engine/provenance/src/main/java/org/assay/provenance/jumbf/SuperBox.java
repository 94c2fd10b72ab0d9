package org.assay.provenance.jumbf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/**
 * A box of boxes with a description.
 *
 * @param children without the description box
 */
public record SuperBox(Slice whole, Slice content, Description description, List<Box> children)
    implements Box {

  /** Copies the list. */
  public SuperBox {
    Objects.requireNonNull(whole, "whole");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(description, "description");
    children = List.copyOf(children);
  }

  /**
   * Parses the superbox that starts at the first byte.
   *
   * @param bytes may be longer than the box; some formats pad it
   * @throws MediaException if any length, depth or description in it is wrong
   */
  public static SuperBox parse(Slice bytes) throws MediaException {
    return new Boxes(List.of(), List.of(), true).root(bytes);
  }

  /**
   * Parses as much as there is: a superbox that is longer than its parent ends with it, and a child
   * that cannot be parsed is the last.
   *
   * @param faults is told what a strict parser would have refused
   * @param overlong is told apart where a length only exceeds the end of all the bytes
   * @throws MediaException if not even the outermost superbox can be read
   */
  public static SuperBox salvage(Slice bytes, List<String> faults, List<String> overlong)
      throws MediaException {
    return new Boxes(faults, overlong, false).root(bytes);
  }

  @Override
  public String type() {
    return "jumb";
  }

  /** The label of its description; empty when there is none. */
  public String label() {
    return description.label();
  }

  /** The superboxes among its children. */
  public List<SuperBox> superBoxes() {
    return children.stream().filter(SuperBox.class::isInstance).map(SuperBox.class::cast).toList();
  }

  /** The first superbox among its children that bears the label. */
  public Optional<SuperBox> child(String label) {
    return superBoxes().stream().filter(box -> box.label().equals(label)).findFirst();
  }

  /** The content of its first child of a type, such as {@code cbor}. */
  public Optional<Slice> contentOf(String type) {
    return children.stream().filter(box -> box.type().equals(type)).map(Box::content).findFirst();
  }
}
