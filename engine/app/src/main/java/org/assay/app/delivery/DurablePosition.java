package org.assay.app.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.assay.app.store.OutboxEntry;
import org.assay.app.store.Subscriptions;

/**
 * A position that outlives the process, for subscribers outside it. The database is written only
 * when the position changes or a third of the lease has passed. For one thread at a time.
 */
public final class DurablePosition implements Position {
  private final Subscriptions subscriptions;
  private final String subscriber;
  private final String owner;
  private final Duration lease;
  private OptionalLong held = OptionalLong.empty();
  private long renewal;

  /**
   * Keeps the position of {@code subscriber}.
   *
   * @param owner unique to the process
   * @param lease after which another process may deliver when this one is silent; longer than the
   *     subscriber may take for one delivery
   */
  public DurablePosition(
      Subscriptions subscriptions, String subscriber, String owner, Duration lease) {
    this.subscriptions = subscriptions;
    this.subscriber = subscriber;
    this.owner = owner;
    this.lease = lease;
  }

  @Override
  public OptionalLong acquire() throws IOException {
    if (held.isEmpty() || System.nanoTime() >= renewal) {
      held = OptionalLong.empty();
      held = subscriptions.acquire(subscriber, owner, lease);
      renewal = System.nanoTime() + lease.toNanos() / 3;
    }
    return held;
  }

  @Override
  public void advance(long sequence) throws IOException {
    held = OptionalLong.empty(); // if this fails, ask again
    subscriptions.advance(subscriber, owner, sequence);
    held = OptionalLong.of(sequence);
  }

  @Override
  public void park(long sequence, String cause) throws IOException {
    OptionalLong before = held;
    held = OptionalLong.empty();
    subscriptions.park(subscriber, owner, sequence, cause);
    held = before.isEmpty() ? before : OptionalLong.of(Math.max(before.getAsLong(), sequence));
  }

  @Override
  public List<OutboxEntry> replays(int most) throws IOException {
    return subscriptions.replays(subscriber, most);
  }

  @Override
  public void replayed(long sequence) throws IOException {
    subscriptions.replayed(subscriber, sequence);
  }

  @Override
  public void release() throws IOException {
    held = OptionalLong.empty();
    subscriptions.release(subscriber, owner);
  }
}
