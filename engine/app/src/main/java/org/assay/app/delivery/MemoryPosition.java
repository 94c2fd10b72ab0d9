package org.assay.app.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.app.store.OutboxEntry;

/**
 * A position that ends with the process, for what is built anew at every start: every process that
 * holds a bank of seen items in memory follows the outbox from where its bank was built.
 */
public final class MemoryPosition implements Position {
  private final AtomicLong sequence;

  /** Starts after the entry with this number. */
  public MemoryPosition(long sequence) {
    this.sequence = new AtomicLong(sequence);
  }

  @Override
  public OptionalLong acquire() {
    return OptionalLong.of(sequence.get());
  }

  @Override
  public void advance(long newSequence) {
    sequence.accumulateAndGet(newSequence, Math::max);
  }

  @Override
  public void park(long parked, String cause) {
    advance(parked);
  }

  @Override
  public List<OutboxEntry> replays(int most) {
    return List.of();
  }

  @Override
  public void replayed(long replayed) {}

  @Override
  public void release() {}
}
