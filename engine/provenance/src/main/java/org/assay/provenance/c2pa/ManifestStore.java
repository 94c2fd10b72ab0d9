package org.assay.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.jumbf.SuperBox;

/**
 * A manifest store, C2PA 2.2 section 11.1.4.
 *
 * @param boxes the outermost box; two where an update stands apart
 * @param manifests in the order of the store; the active one is the last
 * @param overlong which boxes say that they are longer than the store, one sentence each
 * @param damage what else could not be read, one sentence each
 */
public record ManifestStore(
    List<SuperBox> boxes, List<Manifest> manifests, List<String> overlong, List<String> damage) {
  private static final int MAX_MANIFESTS = 1000;

  /** Copies the lists. */
  public ManifestStore {
    boxes = List.copyOf(boxes);
    manifests = List.copyOf(manifests);
    overlong = List.copyOf(overlong);
    damage = List.copyOf(damage);
  }

  /**
   * Parses a store as far as it can be read: damage in it does not hide the rest. A manifest whose
   * claim or actions cannot be read still counts as a manifest.
   *
   * @throws MediaException if it is no manifest store
   */
  public static ManifestStore parse(Slice bytes) throws MediaException {
    List<String> damage = new ArrayList<>();
    List<String> overlong = new ArrayList<>();
    SuperBox box = SuperBox.salvage(bytes, damage, overlong);
    if (!box.description().kind().equals("c2pa")) {
      throw new MediaException(
          "JUMBF superbox '%s': expected a manifest store of type 'c2pa'".formatted(box.label()));
    }
    List<SuperBox> boxes = box.superBoxes();
    if (boxes.size() > MAX_MANIFESTS) {
      throw new MediaException("manifest store: more than " + MAX_MANIFESTS + " manifests");
    }
    Decompression decompression = new Decompression();
    List<Manifest> manifests = new ArrayList<>();
    for (SuperBox manifest : boxes) {
      manifests.add(Manifest.read(manifest, decompression, damage));
    }
    return new ManifestStore(List.of(box), manifests, overlong, damage);
  }

  /** The manifest of the item itself: the last of a known kind; empty when there is none. */
  public Optional<Manifest> active() {
    return manifests.stream()
        .filter(manifest -> manifest.kind() != ManifestKind.UNKNOWN)
        .reduce((first, second) -> second);
  }

  /** The manifest that bears a label; of several the last. */
  public Optional<Manifest> manifest(String label) {
    return manifests.stream()
        .filter(manifest -> manifest.kind() != ManifestKind.UNKNOWN)
        .filter(manifest -> manifest.label().equals(label))
        .reduce((first, second) -> second);
  }

  /**
   * This store and the one of a later update, as BMFF files keep them apart, as one: C2PA 2.2
   * section A.5.3.
   */
  public ManifestStore updatedBy(ManifestStore update) {
    List<Manifest> all = new ArrayList<>(manifests);
    all.addAll(update.manifests);
    List<SuperBox> boxesOfBoth = new ArrayList<>(boxes);
    boxesOfBoth.addAll(update.boxes);
    List<String> damageOfBoth = new ArrayList<>(damage);
    damageOfBoth.addAll(update.damage);
    List<String> overlongOfBoth = new ArrayList<>(overlong);
    overlongOfBoth.addAll(update.overlong);
    return new ManifestStore(boxesOfBoth, all, overlongOfBoth, damageOfBoth);
  }

  /** All actions of all manifests. */
  public List<Action> actions() {
    return manifests.stream().flatMap(manifest -> manifest.actions().stream()).toList();
  }
}
