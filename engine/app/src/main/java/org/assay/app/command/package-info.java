/**
 * The command line: one class a command, and what they share.
 *
 * <p>Start reading at {@link org.assay.app.command.Assay}. May depend on the rest of app and on
 * picocli.
 */
package org.assay.app.command;
