/**
 * Tells the world what was committed: every outbox entry to every subscriber, at least once.
 *
 * <p>Order: a subscriber gets entries in the order of their commits, and the next only after the
 * one before was taken or parked; so entries of one item never overtake one another, unless a
 * person replays a parked one. After a crash the last entries may come again, under the same key.
 * An entry that the subscriber refuses is parked with its cause; a subscriber out of reach is
 * waited for, without end and without loss.
 *
 * <p>Start reading at {@link org.assay.app.delivery.Deliverer}. May depend on core, {@code
 * org.assay.app.json}, {@code org.assay.app.queue} (for its backoff) and {@code
 * org.assay.app.store}.
 */
package org.assay.app.delivery;
