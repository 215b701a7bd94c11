package dev.orrery.agent.extractive.goal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a part of a goal wants done, and the words that it may begin with to say so. */
enum Verb {
    /** Say what there is to say about subjects. */
    RESEARCH(
            "research, investigate, analyse, analyze, study, profile, evaluate, assess, examine, explore, survey, scout, review,"
                    + " inspect, look at, look into, look up, report on, report about, find out about, find out, find, dig into,"
                    + " learn about, read up on, check out, check up on, check, go through, get to know, size up, cover,"
                    + " do research on, do some research on, do research into, do some research into, gather information on,"
                    + " gather information about, collect information on, collect information about, have a look at,"
                    + " take a look at, have a look into, take a look into"),
    /** Put subjects side by side. */
    COMPARE(
            "compare, contrast, weigh, rank, benchmark, differentiate, distinguish, choose between, choose among, decide between,"
                    + " decide among, pick between, select between, pick from, select from, choose from, put side by side,"
                    + " set side by side"),
    /** Give every mention of one sort of thing. */
    LIST("list, enumerate, collect, gather, extract, catalogue, catalog, inventory, identify, pull out, pull together,"
            + " itemise, itemize, note down, write down, make a list of, give me a list of"),
    /** Say what the documents say. */
    SUMMARISE(
            "summarise, summarize, sum up, outline, recap, condense, digest, describe, explain, boil down, characterise,"
                    + " characterize, present, brief me on, brief us on, brief me about, brief us about, tell me about,"
                    + " tell us about, tell me more about, tell us more about, tell me all about, tell us all about,"
                    + " tell me everything about, tell us everything about, give me the gist of, give us the gist of,"
                    + " what about, how about, update me on, update us on"),
    /** Answer a question. */
    ASK("");

    private static final int WORDS_MAX = 5;

    private static final Map<String, Verb> BY_PHRASE = byPhrase();

    private final String phrases;

    Verb(String phrases) {
        this.phrases = phrases;
    }

    private static Map<String, Verb> byPhrase() {
        var verbs = new HashMap<String, Verb>();
        for (Verb verb : values()) {
            for (String phrase : verb.phrases.split(",", -1)) verbs.put(phrase.strip(), verb);
        }
        verbs.remove("");
        return Map.copyOf(verbs);
    }

    /** Reads the verb with which {@code part} begins, the longest wording first; empty when there is none. */
    static Optional<Opening> read(String part) {
        List<String> words = List.of(part.split(" ", WORDS_MAX + 1));
        for (int n = Math.min(WORDS_MAX, words.size() - 1); n > 0; n--) {
            String phrase = String.join(" ", words.subList(0, n)).toLowerCase(Locale.ROOT);
            Verb verb = BY_PHRASE.get(phrase.replaceAll("[:,]$", ""));
            String rest = String.join(" ", words.subList(n, words.size())).strip();
            if (verb != null && !rest.isEmpty()) return Optional.of(new Opening(verb, rest));
        }
        return Optional.empty();
    }
}
