package dev.orrery.agent.screen;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where a retrieved text tries to give orders to the model that reads it. A single phrase seldom decides: what
 * counts is that one place addresses a model, sets its orders aside, or orders it to do something, together.
 *
 * <p>It makes attempts visible and stops none; what protects a run is that text from a tool has no say in it. An attempt
 * that uses none of the usual words is not found. Thread-safe; the lists are read once.
 */
public final class InjectionScreen {
    /** The longest excerpt, in characters. */
    public static final int EXCERPT_MAX = 300;

    /** The most flags that one result gives. */
    public static final int FLAGS_MAX = 20;

    /** What of a text lies beyond is not looked at, in characters. */
    public static final int TEXT_MAX = 200_000;

    /** From this sum of weights on, a place is an attempt. */
    private static final int ENOUGH = 3;

    /** How far apart two signals of one attempt may stand, in characters: about two sentences. */
    private static final int REACH = 240;

    private static final int TOOL_WEIGHT = 3;

    private final List<Pattern> tools;

    /** Makes a screen that knows the tools of a run by name; orders to call one of them count. */
    public InjectionScreen(Collection<String> toolNames) {
        String names = toolNames.stream()
                .filter(name -> name.contains(".") || name.contains("_"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String begin = "(?:^|[.!?:;,\\n\"“”(-] ?|\\b(?:and|then|please|now|must|should|always|also) )";
        tools = names.isEmpty()
                ? List.of()
                : List.of(Pattern.compile(
                        begin + "(?:call|use|invoke|run|execute|trigger) (?:the )?(?:tool |function )?[`'\"]?(?:"
                                + names + ")[`'\"]?(?![\\w.])",
                        Pattern.CASE_INSENSITIVE));
    }

    /** Looks through {@code text} and returns the first place that is an attempt. */
    public Optional<String> look(String text) {
        String looked = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
        Unmasked unmasked = Unmasked.of(looked);
        for (String view : unmasked.texts()) {
            Optional<String> found = attempt(view, unmasked.hidden());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /**
     * Looks through every text of a tool's result. Passages that follow one another in a document are read as one, since
     * an attempt may be spread over several.
     *
     * @return at most {@link #FLAGS_MAX} flags in the order of the result, each place once
     */
    public List<Flag> flags(Json result) {
        return new ResultWalk(this).flags(result);
    }

    private record Found(String kind, int weight, int start, int end) {}

    private Optional<String> attempt(String view, boolean hidden) {
        List<Found> found = new ArrayList<>();
        for (Signal signal : Lists.SIGNALS) collect(signal.pattern(), signal.kind(), signal.weight(), view, found);
        for (Pattern tool : tools) collect(tool, "call", TOOL_WEIGHT, view, found);
        found.sort(Comparator.comparingInt(Found::start));
        for (int i = 0; i < found.size(); i++) {
            int start = found.get(i).start();
            Map<String, Integer> kinds = new HashMap<>();
            int end = start;
            for (Found f : found.subList(i, found.size())) {
                if (f.start() - start > REACH) break;
                kinds.merge(f.kind(), f.weight(), Math::max);
                end = Math.max(end, f.end());
                int sum = kinds.values().stream().mapToInt(Integer::intValue).sum() + (hidden ? 1 : 0);
                if (sum >= ENOUGH && !quoted(view, start, end)) return Optional.of(excerpt(view, start, end));
            }
        }
        return Optional.empty();
    }

    private static void collect(Pattern pattern, String kind, int weight, String view, List<Found> into) {
        Matcher matcher = pattern.matcher(view);
        while (matcher.find() && into.size() < 500) into.add(new Found(kind, weight, matcher.start(), matcher.end()));
    }

    /** Tells whether the place is quoted by a text that speaks of such attempts. */
    private static boolean quoted(String view, int start, int end) {
        String before = view.substring(Math.max(0, start - REACH), Math.min(view.length(), start + 1));
        String after = view.substring(Math.max(0, end - 1), Math.min(view.length(), end + REACH / 2));
        boolean marks = before.matches("(?s).*[\"“'‘`«„][^\"”'`»]{0,120}") && after.matches("(?s).{0,160}[\"”'`»].*");
        return marks
                && Pattern.compile("[^\\p{L}]+")
                        .splitAsStream((before + " " + after).toLowerCase(Locale.ROOT))
                        .anyMatch(Lists.ABOUT_ATTACKS::contains);
    }

    private static String excerpt(String view, int start, int end) {
        // A signal may begin with the end of the sentence before it.
        int from = start;
        while (from < end - 1 && ".!?:;, \n".indexOf(view.charAt(from)) >= 0) from++;
        int bound = Math.max(0, from - 60);
        while (from > bound && ".!?\n".indexOf(view.charAt(from - 1)) < 0) from--;
        int to = Math.min(view.length(), Math.max(end, from + EXCERPT_MAX));
        String cut = view.substring(from, to).replaceAll("\\s+", " ").strip();
        return cut.length() <= EXCERPT_MAX ? cut : cut.substring(0, EXCERPT_MAX);
    }

    private static final class Lists {
        static final List<Signal> SIGNALS = Signal.all();
        static final Set<String> ABOUT_ATTACKS = Resource.words("about-attacks");
    }
}
