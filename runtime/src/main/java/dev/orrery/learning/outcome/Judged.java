package dev.orrery.learning.outcome;

/**
 * A verdict on an attempt.
 *
 * @param seq the event that says so
 * @param attempt what was judged
 * @param pass how it went
 * @param why what was wrong; empty for a pass
 */
public record Judged(long seq, Attempted attempt, boolean pass, String why) {}
