package dev.orrery.learning;

import dev.orrery.learning.edit.Edit;
import dev.orrery.learning.edit.LineChange;
import dev.orrery.learning.edit.ReportComparison;
import dev.orrery.learning.edit.ReportComparison.Result;
import dev.orrery.learning.outcome.Report;
import dev.orrery.learning.outcome.RunStory;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what a human says of an outcome into the signal that the run's events keep. Pure. */
public final class FeedbackReader {
    /** How many changed lines a signal names at most; the rest is counted. */
    public static final int CHANGES_MAX = 500;

    private static final int TEXT_MAX = 500;

    private FeedbackReader() {}

    /** What feedback comes to. */
    public sealed interface Reading {
        /**
         * It is taken.
         *
         * @param signal what {@code feedback.given} keeps
         * @param said what was understood, for people, on one line
         */
        record Taken(Json.Obj signal, String said) implements Reading {}

        /** It cannot be feedback on this run; {@code why} says so. */
        record Refused(String why) implements Reading {}
    }

    /** Reads {@code feedback} on the run that {@code story} tells of. */
    public static Reading read(Feedback feedback, RunStory story) {
        if (!story.ended()) {
            return new Reading.Refused("run " + story.run() + " has not ended, so there is no outcome to judge yet");
        }
        return switch (feedback) {
            case Feedback.Rating rating ->
                new Reading.Taken(signal("rating").with("rating", rating.stars()), "rated " + rating.stars() + " of 5");
            case Feedback.Approval _ -> new Reading.Taken(signal("approve"), "approved");
            case Feedback.Rejection rejection -> rejected(rejection, story);
            case Feedback.EditedCopy copy -> edited(copy, story);
        };
    }

    private static Json.Obj signal(String kind) {
        return Json.object().with("kind", kind);
    }

    private static Reading rejected(Feedback.Rejection rejection, RunStory story) {
        int entries = story.memory().size();
        String said = entries == 0 ? "rejected" : "rejected; to be reviewed: " + String.join(", ", story.memory());
        return new Reading.Taken(
                signal("reject").with("why", rejection.why()).with("memory", Json.texts(story.memory())), said);
    }

    private static Reading edited(Feedback.EditedCopy copy, RunStory story) {
        Optional<Report> report = story.report();
        if (report.isEmpty()) {
            return new Reading.Refused("run " + story.run() + " delivered no report, so there is none to edit");
        }
        return switch (ReportComparison.compare(report.get(), copy.text())) {
            case Result.Same _ ->
                new Reading.Taken(
                        signal("approve").with("unchanged", Json.of(true)),
                        "the copy is the report unchanged, which counts as an approval");
            case Result.Unrelated unrelated ->
                new Reading.Refused("the file is no edited copy of the report of run " + story.run() + ": "
                        + unrelated.why() + ". Edit what orrery show " + story.run() + " prints as the report");
            case Result.Edited result -> new Reading.Taken(signal(result, story), said(result));
        };
    }

    private static Json.Obj signal(Result.Edited result, RunStory story) {
        List<LineChange> changes = result.changes();
        List<LineChange> shown = changes.subList(0, Math.min(changes.size(), CHANGES_MAX));
        return signal("edited")
                .with(
                        "edits",
                        Json.of(result.edits().stream()
                                .map(FeedbackReader::write)
                                .toList()))
                .with(
                        "changes",
                        Json.of(shown.stream().map(c -> write(c, story)).toList()))
                .with("changed", changes.size());
    }

    private static Json.Obj write(Edit edit) {
        Json.Obj json = Json.object()
                .with("edit", edit.kind().wire())
                .with("key", edit.key())
                .with("text", edit.text());
        return edit.rule().members().isEmpty() ? json : json.with("rule", edit.rule());
    }

    private static Json.Obj write(LineChange change, RunStory story) {
        return Json.object()
                .with("change", change.kind().wire())
                .with("line", change.line())
                .with("before", brief(change.before()))
                .with("after", brief(change.after()))
                .with("step", change.step())
                .with("agent", story.author(change.step()).orElse(""));
    }

    private static String brief(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
    }

    private static String said(Result.Edited result) {
        String edits = result.edits().stream().map(Edit::text).collect(Collectors.joining("; "));
        int lines = result.changes().size();
        String counted = lines + (lines == 1 ? " line differs" : " lines differ");
        return edits.isEmpty() ? counted : counted + ": " + edits;
    }
}
