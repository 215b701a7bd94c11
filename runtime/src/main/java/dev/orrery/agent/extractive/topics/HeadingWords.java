package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the terms out of headings: one or two content words in a row, in the singular. */
final class HeadingWords {
    private static final Set<String> DOCUMENT_WORDS = read();

    private static final Pattern WORD_BREAK = Pattern.compile("[\\s_-]+");
    private static final Pattern PHRASE_BREAK = Pattern.compile("[^\\p{L}\\p{N}'\\s_-]+");

    /** Imperatives and participles with which headings of instructions begin: what follows them is the topic. */
    private static final Pattern VERB = Pattern.compile(
            "(?:creat|add|configur|install|enabl|disabl|updat|writ|mak|sett|gett|runn|us|chang|manag|build|understand|learn|choos|defin|delet|remov|handl|access|work)(?:e|es|ing|t|l)?");

    /** What a hyphen leaves over. */
    private static final Set<String> PREFIXES =
            Set.of("non", "pre", "post", "sub", "self", "multi", "anti", "semi", "inter");

    private final Set<String> names;

    /** Makes one that leaves out the words of {@code names}: every page of a subject bears its name. */
    HeadingWords(Set<String> names) {
        this.names = names;
    }

    /** Returns the terms of {@code heading}, singular and in lower case, each with the words as they stand. */
    Map<String, String> terms(String heading) {
        var terms = new LinkedHashMap<String, String>();
        for (String phrase : PHRASE_BREAK.split(heading.toLowerCase(Locale.ROOT).replace('’', '\''), -1)) {
            var run = new ArrayList<String>();
            for (String word : WORD_BREAK.split(phrase, -1)) {
                if (!content(word)) {
                    run.clear();
                    continue;
                }
                run.add(word);
                if (!DOCUMENT_WORDS.contains(word) && !VERB.matcher(word).matches())
                    terms.putIfAbsent(Nouns.singular(word), word);
                if (run.size() > 1) pair(run.get(run.size() - 2), word, terms);
            }
        }
        return terms;
    }

    private static void pair(String first, String second, Map<String, String> terms) {
        boolean empty = DOCUMENT_WORDS.contains(second) || VERB.matcher(first).matches();
        if (!empty && !DOCUMENT_WORDS.contains(first)) {
            terms.putIfAbsent(Nouns.singular(first) + " " + Nouns.singular(second), first + " " + second);
        }
    }

    /** Returns all that is left of {@code heading} when everything but its terms is dropped. */
    String whole(String heading) {
        return Arrays.stream(heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1))
                .filter(this::content)
                .filter(w -> !DOCUMENT_WORDS.contains(w) && !VERB.matcher(w).matches())
                .map(Nouns::singular)
                .collect(Collectors.joining(" "));
    }

    private boolean content(String word) {
        return word.length() > 2
                && word.indexOf('\'') < 0
                && word.codePoints().allMatch(c -> Character.isLetter(c))
                && !FunctionWords.is(word)
                && !PREFIXES.contains(word)
                && !names.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = HeadingWords.class.getResourceAsStream("document-words.txt")) {
            if (in == null) throw new IllegalStateException("the class path lacks document-words.txt");
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(l -> !l.startsWith("#"))
                    .flatMap(l -> Arrays.stream(l.split(" +", -1)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read document-words.txt", e);
        }
    }
}
