package org.assay.matching.repost;

import org.assay.matching.local.Homography;

/**
 * A guess where an original lies in a query, to be checked.
 *
 * @param distance bits between the hashes that led here; 0 when features did
 * @param inliers pairs of features that agree; 0 when a hash led here
 */
record Candidate(Repost.Method method, Homography placement, int distance, int inliers) {}
