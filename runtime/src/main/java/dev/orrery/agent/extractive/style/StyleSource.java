package dev.orrery.agent.extractive.style;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Mark;
import dev.orrery.agent.extractive.quality.Setting;
import dev.orrery.agent.extractive.rules.RuleReader;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Collects the rules: from documents that say how reports are written, then from memory, which wins. */
public final class StyleSource {
    private static final List<String> QUERIES = List.of(
            "how we write reports style rules",
            "report summary at most lines cover order leave out",
            "writing style guide for reports and summaries");

    private static final int HITS = 30;
    private static final int DOCUMENTS_MAX = 3;
    private static final int PASSAGES_MAX = 200;
    private static final int NAMED_MAX = 8;

    private static final Phrases STYLE_WORDS = Phrases.read(StyleSource.class, "style-words");
    private static final Phrases REPORT_WORDS = Phrases.read(StyleSource.class, "report-words");
    private static final Phrases ORDERS = Phrases.read(StyleSource.class, "orders");
    private static final Phrases ALWAYS_MET = Phrases.read(StyleSource.class, "always-met");

    private final Window window;
    private final Evidence evidence;
    private final Predicate<String> foreign;

    /**
     * Makes a source of what {@code window} shows.
     *
     * @param ofSubject tells whether a path belongs to a subject; such documents are not read for rules
     */
    public StyleSource(Window window, Predicate<String> ofSubject) {
        this.window = window;
        this.evidence = Evidence.of(window.exchanges());
        this.foreign = ofSubject;
    }

    /** Returns the calls that are still to be made before {@link #rules} is complete. */
    public List<ToolCall> wanted() {
        if (!window.mayCall(Evidence.SEARCH)) return List.of();
        List<ToolCall> searches =
                evidence.missing(QUERIES.stream().map(StyleSource::search).toList());
        if (!searches.isEmpty() || !window.mayCall(Evidence.READ)) return searches;
        return evidence.missing(documents().stream().map(StyleSource::read).toList());
    }

    private static ToolCall search(String query) {
        return new ToolCall(Evidence.SEARCH, Json.object().with("query", query).with("limit", HITS));
    }

    private static ToolCall read(String path) {
        return new ToolCall(Evidence.READ, Json.object().with("path", path).with("limit", PASSAGES_MAX));
    }

    /** Returns the rules, those that win last. */
    public List<StyleRule> rules() {
        var rules = new ArrayList<>(documentRules());
        rules.addAll(rememberedRules());
        return rules;
    }

    private Set<String> documents() {
        var paths = new LinkedHashSet<String>();
        for (Passage passage : ownPassages()) {
            if (paths.size() < DOCUMENTS_MAX && saysHowReportsAreWritten(passage)) paths.add(passage.path());
        }
        return paths;
    }

    private List<Passage> ownPassages() {
        return evidence.passages().stream().filter(p -> !foreign.test(p.path())).toList();
    }

    private static boolean saysHowReportsAreWritten(Passage passage) {
        String names = passage.path().replace('-', ' ').replace('_', ' ') + " . " + passage.title() + " . "
                + String.join(" . ", passage.headings());
        boolean aboutReports = REPORT_WORDS.in(names) || REPORT_WORDS.in(passage.text());
        return STYLE_WORDS.in(names) && aboutReports;
    }

    private List<StyleRule> documentRules() {
        Set<String> documents = documents();
        var rules = new LinkedHashMap<String, StyleRule>();
        var judge = new Judge(new Tagger());
        int named = 0;
        for (Passage passage : ownPassages()) {
            boolean within = documents.contains(passage.path());
            Optional<Json.Obj> form = RuleReader.read(passage.text());
            boolean alone = form.isPresent() && REPORT_WORDS.in(passage.text());
            if (passage.kind().equals("heading") || (!within && !alone)) continue;
            if (form.isEmpty() && (!isOrder(judge, passage.text()) || ALWAYS_MET.in(passage.text()))) continue;
            if (form.isEmpty() && ++named > NAMED_MAX) continue;
            rules.putIfAbsent(passage.at() + passage.text(), new StyleRule(passage.at(), passage.text(), form));
        }
        return List.copyOf(rules.values());
    }

    private static boolean isOrder(Judge judge, String text) {
        return ORDERS.in(Tokens.of(text)) || judge.judge(text, Setting.PLAIN).has(Mark.INSTRUCTION);
    }

    private List<StyleRule> rememberedRules() {
        var rules = new ArrayList<StyleRule>();
        for (Window.Item item : window.items(Window.Part.MEMORY)) {
            Json entry = item.value().content();
            if (!entry.text("kind").equals("rule") && !entry.text("kind").equals("guideline")) continue;
            Optional<Json.Obj> form = machineForm(entry).or(() -> RuleReader.read(entry.text("text")));
            rules.add(new StyleRule(item.source(), entry.text("text"), form));
        }
        return rules;
    }

    private static Optional<Json.Obj> machineForm(Json entry) {
        return entry.at("rule")
                .filter(r -> r instanceof Json.Obj o && !o.members().isEmpty())
                .map(Json.Obj.class::cast);
    }
}
