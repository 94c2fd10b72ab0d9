package org.assay.app.delivery;

import java.util.List;
import java.util.function.BiConsumer;
import org.assay.app.store.OutboxEntry;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.signal.Kebab;

/** Tells a part of this program about every decision, such as the bank of seen items. */
public final class DecisionHook implements Subscriber {
  private static final int MOST = 100;

  private final String id;
  private final BiConsumer<Case, Decision> hook;

  /**
   * Subscribes {@code hook}.
   *
   * @param hook may be told of the same decision more than once; what it throws is a refusal
   */
  public DecisionHook(String id, BiConsumer<Case, Decision> hook) {
    this.id = Kebab.require("subscriber", id);
    this.hook = hook;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public void deliver(List<Notice> notices) {
    for (Notice notice : notices) {
      if (notice.entry() instanceof OutboxEntry.Decided told) {
        hook.accept(told.decided().examined(), told.decided().decision());
      }
    }
  }
}
