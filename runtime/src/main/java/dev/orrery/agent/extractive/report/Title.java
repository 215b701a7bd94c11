package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.task.Frame;
import java.util.List;

/** Titles a report by its goal. */
final class Title {
    private Title() {}

    static String of(Work work) {
        List<String> names =
                work.parts().stream().map(Part::name).filter(n -> !n.isEmpty()).toList();
        String all = joined(names);
        Frame frame = work.frame();
        return switch (frame.kind()) {
            case SURVEY -> names.isEmpty() ? "Report" : all + ": a report";
            case COMPARE -> names.isEmpty() ? "Comparison" : all + " compared";
            case FIND -> frame.question().isBlank() ? goal(work) : frame.question();
            case SUMMARY ->
                work.topics().isEmpty()
                        ? "What the documents say"
                        : "What the documents say about " + joined(work.topics());
            case LIST -> work.topics().isEmpty() ? goal(work) : capital(joined(work.topics()));
            case CHANGES -> changes(frame, all);
        };
    }

    private static String changes(Frame frame, String subject) {
        String what = subject.isEmpty() ? "" : " of " + subject;
        List<String> versions =
                frame.versions().stream().map(Frame.Version::name).toList();
        return switch (versions.size()) {
            case 0 -> "What changed" + (subject.isEmpty() ? "" : " in " + subject);
            case 1 -> "What changed in " + versions.getFirst() + what;
            default -> "What changed between " + versions.getFirst() + " and " + versions.getLast() + what;
        };
    }

    private static String goal(Work work) {
        return work.goal().isBlank()
                ? "Report"
                : work.goal().replaceAll("\\s+", " ").strip();
    }

    static String joined(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
