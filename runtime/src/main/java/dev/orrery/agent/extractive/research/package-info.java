/**
 * How the extractive researcher goes about it: which searches it makes, what it makes of the results, and what it hands
 * on. Each kind of work answers the same window with the same turn; what it still wants to know it asks for as tool
 * calls, and what it has been told stands in the window's exchanges.
 */
@NullMarked
package dev.orrery.agent.extractive.research;

import org.jspecify.annotations.NullMarked;
