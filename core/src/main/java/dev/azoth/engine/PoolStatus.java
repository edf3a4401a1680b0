package dev.azoth.engine;

/**
 * The connections of an engine's pool at a moment.
 *
 * @param most    how many there may be
 * @param open    how many there are
 * @param active  how many of them are in use
 * @param idle    how many are not
 * @param waiting how many threads wait for one
 */
public record PoolStatus(int most, int open, int active, int idle, int waiting) {}
