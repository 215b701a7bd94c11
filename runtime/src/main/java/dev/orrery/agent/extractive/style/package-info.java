/**
 * The rules that a report follows: found in memory and in documents that say how reports are written, turned into one
 * {@link dev.orrery.agent.extractive.style.Style}. What cannot be turned into one is named in the report as not applied.
 * Documents of the subjects are never read for rules: what a report is about does not say how it is written.
 */
@NullMarked
package dev.orrery.agent.extractive.style;

import org.jspecify.annotations.NullMarked;
