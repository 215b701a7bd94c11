package dev.orrery.agent.extractive.review;

import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reviews a report against the results that it was written from: every statement ends in its citation, every citation
 * resolves, every quotation stands in the results under the place that is cited, every gap is named, nothing is said
 * twice, and the rules that the report claims to follow are followed.
 */
final class ReportReview implements Review {
    private static final Pattern CITED = Pattern.compile("(?:\\[\\d+])+$");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");
    private static final Pattern LEAD = Pattern.compile("^(?:- )?(?:\\*\\*[^*]+:\\*\\* )?");
    private static final String NONE = "no statement found";

    private final Window window;
    private final Json result;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<Long, String> sources = new HashMap<>();
    private final Rewordings rewordings;
    private final Set<String> subjects;

    ReportReview(Window window, Json result) {
        this.window = window;
        this.result = result;
        for (String input : List.of("research", "subjects")) {
            window.input(input).ifPresent(this::learn);
        }
        this.subjects = window.input("subjects").orElse(Json.object()).items().stream()
                .map(s -> s.text("name"))
                .filter(n -> !n.isBlank())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        this.rewordings = new Rewordings(result.list("worded"));
        for (Json source : result.list("sources")) sources.put(source.number("n", -1), source.text("at"));
    }

    /** Collects which texts stand in which places, wherever in the inputs they are. */
    private void learn(Json value) {
        List<Json> places = new ArrayList<>(value.list("cites"));
        if (!value.text("at").isBlank()) places.add(value);
        // A citation has a place and no text: taken for a quotation of nothing, it would let every quotation pass.
        for (Json place : value.text("text").isBlank() ? List.<Json>of() : places) {
            known.computeIfAbsent(place.text("at"), k -> new ArrayList<>()).add(value.text("text"));
        }
        switch (value) {
            case Json.Obj o -> o.members().values().forEach(this::learn);
            case Json.Arr a -> a.items().forEach(this::learn);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    @Override
    public List<ToolCall> wanted() {
        return List.of();
    }

    @Override
    public void judge(Verdict verdict) {
        List<Json> lines = result.list("lines");
        if (lines.isEmpty()) {
            verdict.demand("The result is no report: it needs a list “lines” of objects with “text”.");
            return;
        }
        if (result.text("title").isBlank()) verdict.demand("The report has no title.");
        var seen = new HashSet<String>();
        for (Json line : lines) line(line, seen, verdict);
        gaps(lines, verdict);
        new RuleReview(result).judge(verdict);
    }

    private void line(Json line, Set<String> seen, Verdict verdict) {
        String text = line.text("text").strip();
        switch (line.text("kind")) {
            case "statement" -> {
                verdict.checked();
                if (!seen.add(text)) verdict.fault(text, "stands twice in one report; say it once.");
                cited(LEAD.matcher(text).replaceFirst(""), verdict);
            }
            case "table" -> {
                if (!text.contains("---")) row(text, verdict);
            }
            case "notice" -> {
                if (!text.startsWith(">")) verdict.fault(text, "is about the report itself and must begin with “>”.");
            }
            default -> {}
        }
    }

    private void row(String text, Verdict verdict) {
        List<String> cells = List.of(text.split("(?<!\\\\)\\|", -1));
        boolean head = cells.stream().noneMatch(c -> NUMBER.matcher(c).find());
        for (int i = 2; i < cells.size() && !head; i++) {
            String cell = cells.get(i).strip();
            if (cell.length() < 3) continue;
            verdict.checked();
            cited(cell.replace("\\|", "|"), verdict);
        }
    }

    private void cited(String text, Verdict verdict) {
        if (text.toLowerCase(Locale.ROOT).contains(NONE)) return;
        Matcher end = CITED.matcher(text);
        if (!end.find()) {
            verdict.fault(text, "has no citation at its end.");
            return;
        }
        String said = text.substring(0, end.start()).strip();
        List<String> faults = rewordings.faults(said, subjects);
        faults.forEach(why -> verdict.fault(text, why));
        List<String> quotation = Tokens.of(rewordings.quoted(said));
        Matcher number = NUMBER.matcher(end.group());
        while (number.find()) {
            String place = sources.get(Long.parseLong(number.group(1)));
            if (place == null) {
                verdict.fault(text, "cites [" + number.group(1) + "], which is not among the sources.");
            } else if (!stands(quotation, place)) {
                verdict.fault(text, "is not what research quoted from " + place + ".");
            }
        }
    }

    private boolean stands(List<String> quotation, String place) {
        if (place.startsWith("memory:")) return true;
        return known.getOrDefault(place, List.of()).stream()
                .anyMatch(t -> Collections.indexOfSubList(Tokens.of(t), quotation) >= 0
                        || Collections.indexOfSubList(quotation, Tokens.of(t)) >= 0);
    }

    private void gaps(List<Json> lines, Verdict verdict) {
        String notices = String.join(
                " ",
                lines.stream()
                        .map(l -> l.text("text"))
                        .filter(t -> t.startsWith(">"))
                        .toList());
        List<String> said = Tokens.of(notices);
        for (Json gap : window.input("gaps").orElse(Json.object()).items()) {
            List<String> words = Tokens.of(gap.asText().orElse(gap.text("text")));
            List<String> opening = words.subList(0, Math.min(8, words.size()));
            if (Collections.indexOfSubList(said, opening) < 0) {
                verdict.demand("Name the gap in a line that begins with “>”: " + String.join(" ", words));
            }
        }
    }
}
