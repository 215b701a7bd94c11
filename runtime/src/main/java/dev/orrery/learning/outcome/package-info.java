/**
 * What a run's events say about who did what and how well: the attempts, the verdicts on them, the report with the
 * author of each line. Reads the stable names and shapes of stored events, and nothing else; pure.
 */
@NullMarked
package dev.orrery.learning.outcome;

import org.jspecify.annotations.NullMarked;
