package org.assay.app.queue;

import java.time.Instant;
import org.assay.media.MediaItem;

/**
 * A job that was given up.
 *
 * @param attempts how often it was tried
 * @param cause of the last failure, in words
 */
public record ParkedJob(MediaItem item, int attempts, String cause, Instant parked) {}
