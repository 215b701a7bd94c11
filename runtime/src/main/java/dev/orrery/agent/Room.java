package dev.orrery.agent;

/**
 * What one turn may use up: what was reserved for it.
 *
 * @param tokensMax the most tokens, the window and the reply together
 * @param costMicrosMax the most that it may cost, in millionths of the price table's currency
 * @param millisMax the longest it may take
 */
public record Room(long tokensMax, long costMicrosMax, long millisMax) {}
