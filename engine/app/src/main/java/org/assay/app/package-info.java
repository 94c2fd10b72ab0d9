/**
 * The program: its configuration, the engine put together from its parts, and {@code main}.
 *
 * <p>Start reading at {@link org.assay.app.Engine}. The command line is in {@code
 * org.assay.app.command}, the job queue, store and worker in their own packages. May depend on core
 * and the five engine modules.
 */
package org.assay.app;
