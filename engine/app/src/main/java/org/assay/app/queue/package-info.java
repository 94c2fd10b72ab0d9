/**
 * Machine work waiting to be done: one job an item, leased, retried with backoff, then parked.
 *
 * <p>A backend is one {@link org.assay.app.queue.JobQueue}, proved by {@code JobQueueContract}.
 * What ends a job and what it produced are committed together, so an item is neither lost nor
 * decided twice, whenever a process dies.
 *
 * <p>Start reading at {@link org.assay.app.queue.JobQueue}. May depend on core, {@code
 * org.assay.app.json} and {@code org.assay.app.store}.
 */
package org.assay.app.queue;
