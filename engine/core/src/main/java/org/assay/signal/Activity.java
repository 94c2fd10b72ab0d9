package org.assay.signal;

import java.time.Duration;
import java.util.Objects;

/**
 * How the posting account behaved in the window before the item.
 *
 * @param items number of items in the window, this one included
 * @param nearCopyShare share of them that are near copies of one another, in [0, 1]
 * @param aiShare share of them that bear an AI mark or an AI label, in [0, 1]
 */
public record Activity(
    String detector,
    String account,
    Duration window,
    int items,
    double nearCopyShare,
    double aiShare)
    implements Signal {

  /** Checks the shares. */
  public Activity {
    Kebab.require("detector", detector);
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(window, "window");
    if (items < 0) {
      throw new IllegalArgumentException("items must not be negative: " + items);
    }
    if (!(nearCopyShare >= 0 && nearCopyShare <= 1) || !(aiShare >= 0 && aiShare <= 1)) {
      throw new IllegalArgumentException(
          "shares must be in [0, 1]: " + nearCopyShare + ", " + aiShare);
    }
  }
}
