/**
 * Takes jobs from the queue, examines their items on several threads, decides and completes.
 *
 * <p>What is promised: an item that was accepted is decided or parked, and decided once for each
 * pipeline version, whatever is killed when. An item may be <em>examined</em> more than once, as
 * the work of a process that dies is done again. Nothing in the world happens before the decision
 * is committed.
 *
 * <p>Order: jobs are begun in order of priority, then of submission, but end in any order. Copies
 * that are submitted together may be examined before the other is decided, and then both pass as
 * new. One worker with one thread and a batch of one, whose listener brings the bank of seen items
 * up to date in {@link org.assay.app.worker.WorkerListener#committed}, sees every copy.
 *
 * <p>Start reading at {@link org.assay.app.worker.Worker}. May depend on core and {@code
 * org.assay.app.queue}.
 */
package org.assay.app.worker;
