/**
 * What the program offers over HTTP: health and metrics now, the API and the console later.
 *
 * <p>Start reading at {@link org.assay.app.web.StatusServer}. May depend on Javalin and Micrometer.
 */
package org.assay.app.web;
