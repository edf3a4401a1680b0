package dev.azoth.vector.document;

import java.time.Duration;

/**
 * How many of the really nearest documents an index finds.
 *
 * @param searches   how many searches were made, each by the index and exactly
 * @param topK       how many documents each was for
 * @param candidates how many candidates the index looked at, at least
 * @param mean       the share of the really nearest that the index found, over all searches: from 0 to 1
 * @param least      the same of the worst search
 * @param byIndex    how long a search by the index took, in the middle of all
 * @param exactly    how long an exact search took, in the middle of all
 */
public record Recall(
        int searches, int topK, int candidates, double mean, double least, Duration byIndex, Duration exactly) {}
