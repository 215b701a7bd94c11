/**
 * What an edited copy of a report changed: line by line, each against the step that wrote it, and as the edits that a
 * person would name, such as a section that was left out everywhere.
 *
 * <p>Start with {@link dev.orrery.learning.edit.ReportComparison}. White space, line ends, blank lines and the padding of
 * tables do not count as changes. Pure, but for reading the file.
 */
@NullMarked
package dev.orrery.learning.edit;

import org.jspecify.annotations.NullMarked;
