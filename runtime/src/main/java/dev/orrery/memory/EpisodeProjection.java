package dev.orrery.memory;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happened in each run, gathered while it happens: goal, subjects, gaps, outcome, feedback. An episode needs no
 * review, since it only tells what the journal says. Pure and thread-safe.
 */
public final class EpisodeProjection implements Projection {
    static final String NAME = "episodes";
    static final String ENDED = "ended";
    private static final String UNDER_WAY = "under-way";

    /** Names and gaps beyond this many are not told. */
    private static final int LISTED_MAX = 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> types() {
        return Set.of("run.started", "step.expanded", "step.gap", "run.ended", "feedback.given");
    }

    @Override
    public void apply(Recorded recorded, EditableRows rows) {
        String run = recorded.stream().id();
        Json body = recorded.event().body();
        Instant at = recorded.event().at();
        Json.Obj known = rows.get(id(run))
                .map(Row::body)
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.object());
        boolean ended = known.at("endedAt").isPresent();
        Json.Obj told = switch (recorded.event().type()) {
            case "run.started" -> Json.object().with("run", run).with("goal", body.text("goal"));
            case "step.expanded" -> listed(known, "subjects", subjects(body));
            case "step.gap" -> listed(known, "gaps", List.of(body.text("text")));
            case "run.ended" ->
                known.with("status", body.text("status"))
                        .with("reason", body.text("reason"))
                        .with("endedAt", at.toString());
            case "feedback.given" -> listed(known, "feedback", List.of(feedback(body)));
            default -> known;
        };
        if (told.at("goal").isEmpty()) return;
        boolean over = ended || told.at("endedAt").isPresent();
        rows.put(new Row(id(run), over ? ENDED : UNDER_WAY, at.toEpochMilli(), told));
    }

    /** Returns the id of the episode of {@code run}. */
    static String id(String run) {
        return "e-" + Hash.of(run).hex().substring(0, 10);
    }

    private static Json.Obj listed(Json.Obj known, String member, List<String> more) {
        SequencedSet<String> all = new LinkedHashSet<>(known.textList(member));
        all.addAll(more);
        return known.with(member, Json.texts(all.stream().limit(LISTED_MAX).toList()));
    }

    private static List<String> subjects(Json expanded) {
        return expanded.list("items").stream()
                .map(item -> item.text("name", item.text("key")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String feedback(Json body) {
        Json signal = body.at("signal").orElse(Json.object());
        String kind = signal.text("kind", "feedback");
        return signal.at("rating").isPresent() ? kind + " " + signal.number("rating", 0) : kind;
    }

    /** Returns the episode that {@code row} holds; empty while its run goes on. */
    static Optional<Entry> entry(Row row) {
        Json told = row.body();
        Optional<Instant> ended = told.at("endedAt").flatMap(Json::asText).map(Instant::parse);
        return ended.map(at -> new Entry(
                row.key(),
                1 + told.list("feedback").size(),
                new Proposal(
                        Entry.EPISODE,
                        "episodes",
                        text(told, at),
                        told instanceof Json.Obj o ? o : Json.object(),
                        Optional.empty(),
                        Label.user("run:" + told.text("run")),
                        List.of("run:" + told.text("run")),
                        "run:" + told.text("run")),
                Status.LIVE,
                at,
                Optional.empty(),
                at,
                "",
                false,
                List.of()));
    }

    private static String text(Json told, Instant at) {
        var sentences = new ArrayList<String>();
        sentences.add("On " + at.toString().substring(0, 10) + " a run for the goal “" + told.text("goal") + "” ended: "
                + told.text("status") + ".");
        list("It was about", told.textList("subjects")).ifPresent(sentences::add);
        list("It gave up on", told.textList("gaps")).ifPresent(sentences::add);
        list("Feedback:", told.textList("feedback")).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static Optional<String> list(String begin, List<String> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.stream().collect(Collectors.joining(", ", begin + " ", ".")));
    }
}
