/**
 * Finds what a file carries besides its samples: C2PA manifest stores with their exact places, XMP
 * packets and text entries. Content decides the format; damage in one part does not hide what
 * another part says.
 *
 * <p>Start reading at {@link org.assay.provenance.container.Containers}, which lists the readers,
 * one a format. May depend on {@code bytes} and {@code org.assay.media}.
 */
package org.assay.provenance.container;
