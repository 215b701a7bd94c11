/**
 * Writes the report: which lines it has, in which order, and the numbers of their citations. A {@link
 * dev.orrery.agent.extractive.report.Sheet} collects lines; each kind of section is a class that writes onto it, and
 * {@link dev.orrery.agent.extractive.report.Report} decides which sections a goal gets. Lines that begin with {@code >}
 * are about the report itself; every other statement ends in its citation.
 */
@NullMarked
package dev.orrery.agent.extractive.report;

import org.jspecify.annotations.NullMarked;
