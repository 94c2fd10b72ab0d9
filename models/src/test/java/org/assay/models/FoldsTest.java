package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void everyGroupLiesInOneFoldAndEveryFoldHasBothClasses() {
    List<Listing.Item> items = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      items.add(item(false, "camera " + i % 4));
      items.add(item(true, "generator " + i % 11));
    }
    Folds folds = Folds.of(items, 7);
    assertThat(folds.count()).isEqualTo(4);
    for (int fold = 0; fold < 4; fold++) {
      int current = fold;
      List<Listing.Item> left = items.stream().filter(i -> folds.of(i) == current).toList();
      assertThat(left.stream().map(Listing.Item::positive).distinct()).hasSize(2);
      List<String> groups = left.stream().map(Listing.Item::group).distinct().toList();
      assertThat(items.stream().filter(i -> groups.contains(i.group()))).hasSameSizeAs(left);
    }
  }

  @Test
  void oneGroupOfAClassOrAGroupOfBothIsRefused() {
    assertThatThrownBy(
            () -> Folds.of(List.of(item(false, "a"), item(true, "b"), item(true, "c")), 5))
        .hasMessageContaining("found 1 of real and 2 of the other");
    assertThatThrownBy(() -> Folds.of(List.of(item(false, "a"), item(true, "a")), 5))
        .hasMessageContaining("both classes");
  }

  @Test
  void classesWeighTheSameAndLargeGroupsLessEach() {
    List<Listing.Item> items = new ArrayList<>();
    items.add(item(false, "alone"));
    IntStream.range(0, 4).forEach(i -> items.add(item(true, "four")));
    items.add(item(true, "one"));
    double[] weights = Balance.weights(items);
    assertThat(weights[0]).isEqualTo(0.5);
    assertThat(weights[1] * 2).isEqualTo(weights[5]);
    assertThat(weights[1] * 4 + weights[5]).isEqualTo(0.5);
  }

  private static Listing.Item item(boolean positive, String group) {
    return new Listing.Item(Path.of("x"), positive, group, "");
  }
}
