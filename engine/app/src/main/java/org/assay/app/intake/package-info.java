/**
 * Takes items in: keeps the received bytes and gives each item its identity.
 *
 * <p>Start reading at {@link org.assay.app.intake.Intake}. May depend on core.
 */
package org.assay.app.intake;
