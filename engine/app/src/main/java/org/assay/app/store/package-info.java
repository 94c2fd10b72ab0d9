/**
 * What is on record, in one SQLite file in one directory: cases, decisions, hashes of decided items
 * and the outbox of what the world has yet to be told.
 *
 * <p>Durability: write-ahead log with {@code synchronous=FULL}. A commit is on the disk before its
 * method returns, so neither a killed process nor a power cut takes back what was acknowledged, as
 * far as the disk honours a flush. {@code NORMAL} would survive a killed process too, but after a
 * power cut a decision that a webhook has already told could be gone, and its number be given to
 * another.
 *
 * <p>One connection writes, a few read; several processes may share the directory on a local disk,
 * not on a network file system.
 *
 * <p>Start reading at {@link org.assay.app.store.Database}. May depend on core, {@code
 * org.assay.app.json}, SQLite and JDBC.
 */
package org.assay.app.store;
