/**
 * Listings: CSV files that say which media files there are, what each shows, and which belong
 * together.
 *
 * <p>Start reading at {@link org.assay.datasets.listing.Listing}, or at {@link
 * org.assay.datasets.listing.ListingReader} for files too large for memory; the format is described
 * in {@code datasets/listings/README.md}. Depends on core's {@code media} and the JDK.
 */
package org.assay.datasets.listing;
