package dev.orrery.learning.outcome;

/**
 * A line of a report.
 *
 * @param text as it was delivered
 * @param step the step whose result it comes from, or the step that drafted the report
 * @param kind what it is, such as {@code heading}, {@code statement} or {@code source}; empty when the writer did not say
 */
public record WrittenLine(String text, String step, String kind) {}
