package dev.tipoff.transforms.grading;

/**
 * Rows that were given similar chances.
 *
 * @param n how many
 * @param probability the mean of their chances
 * @param observed the share of them in which it happened
 */
public record ReliabilityBin(long n, double probability, double observed) {}
