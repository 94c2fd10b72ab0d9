package org.assay.app.store;

import java.time.Instant;

/**
 * An outbox entry that a subscriber did not take.
 *
 * @param sequence number of the entry in the outbox
 * @param cause of the last failure, in words
 */
public record ParkedDelivery(
    String subscriber, long sequence, String itemId, String cause, Instant parked) {}
