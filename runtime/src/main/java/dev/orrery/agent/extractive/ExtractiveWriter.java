package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.report.Report;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;

/**
 * Writes the report from the validated results: quotations with their citations under headings, following the rules that
 * it finds in memory and in documents that say how reports are written. Thread-safe; keeps nothing between two windows.
 */
public final class ExtractiveWriter implements Agent {
    @Override
    public Turn reply(Window window) {
        var report = new Report(window);
        List<ToolCall> wanted = report.wanted();
        if (wanted.isEmpty()) return new Turn.Final(report.output());
        return new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList());
    }
}
