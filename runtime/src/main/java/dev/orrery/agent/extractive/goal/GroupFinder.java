package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.goal.Group.Binding;
import dev.orrery.agent.extractive.language.Counts;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the noun phrase by which a goal speaks of subjects that it does not name: "our three main competitors". */
final class GroupFinder {
    /** A group and where its phrase stands. */
    record Found(Group group, int start, int end) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’-]*[\\p{L}\\p{N}])?");

    /** A relative clause about us, behind the noun. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\s+(?:(?:that|which|who|whom)\\s+)?(we\\s+(?:(?!and\\b|on\\b|about\\b)[\\p{L}-]+)(?:\\s+(?:with|from|to|against|for|by|out))?)(?=\\s|[.,;:!?]|$)",
            Pattern.CASE_INSENSITIVE);

    private static final int WORDS_MAX = 7;

    private static final Set<String> OURS = Set.of("our", "my");
    private static final Set<String> ALL = Set.of("all", "every", "each", "both", "these", "those", "any");
    private static final Set<String> EACH = Set.of("every", "each", "which");
    private static final Set<String> OPEN = Set.of("which", "what", "the");

    /** Words that say how much a member matters, not what it is. */
    private static final Set<String> DEGREES = Set.of(
            "main",
            "top",
            "biggest",
            "largest",
            "key",
            "closest",
            "major",
            "most",
            "important",
            "strongest",
            "chief",
            "principal",
            "primary",
            "leading",
            "direct",
            "best",
            "known",
            "current",
            "existing",
            "different",
            "various",
            "other",
            "serious",
            "possible",
            "potential",
            "preferred",
            "nearest",
            "respective",
            "own",
            "of",
            "the");

    /** Nouns of the paper itself: the sources of a report, never its subjects. */
    private static final Set<String> PAPER = Set.of(
            "documents",
            "docs",
            "files",
            "pages",
            "sources",
            "materials",
            "texts",
            "articles",
            "notes",
            "reports",
            "papers",
            "folders",
            "versions",
            "releases",
            "differences",
            "changes",
            "things",
            "points",
            "facts",
            "details",
            "statements",
            "sections",
            "topics",
            "words",
            "terms",
            "aspects",
            "similarities",
            "mentions",
            "ways",
            "reasons",
            "kinds",
            "sorts",
            "types",
            "results",
            "findings");

    private record Token(String text, int start, int end) {
        String lower() {
            return text.toLowerCase(Locale.ROOT).replaceAll("['’]$", "");
        }
    }

    private GroupFinder() {}

    /** Returns the first group in {@code text}. A singular ("our main competitor") counts only with a word of degree. */
    static Optional<Found> find(String text) {
        List<Token> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Found> found = at(text, tokens, i);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /**
     * Returns the group with which {@code text} begins, given that a verb follows it: of "our vendors delivers on Sundays"
     * the group is "our vendors", although the verb looks like a plural.
     */
    static Optional<Found> beforePredicate(String text) {
        Optional<Found> found = find(text).filter(g -> g.start() == 0);
        if (found.isEmpty()
                || !text.substring(found.get().end())
                        .matches("(?is)(?:\\s+(?:on|in|to|at|by|with|for|from|of)\\b.*|\\s*)")) {
            return found;
        }
        int verb = text.lastIndexOf(' ', found.get().end() - 1);
        return verb < 0
                ? found
                : find(text.substring(0, verb)).filter(g -> g.start() == 0).or(() -> found);
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        Matcher m = WORD.matcher(text);
        while (m.find()) tokens.add(new Token(m.group(), m.start(), m.end()));
        return tokens;
    }

    private static Optional<Found> at(String text, List<Token> tokens, int first) {
        Optional<Binding> opening = binding(tokens.get(first).lower());
        if (opening.isEmpty()) return Optional.empty();
        Binding binding = opening.get();
        boolean each = EACH.contains(tokens.get(first).lower());
        OptionalInt wanted = wanted(tokens.get(first).lower());
        int i = first + 1;
        for (; i < tokens.size() && joined(text, tokens, i); i++) {
            String word = tokens.get(i).lower();
            if (OURS.contains(word)) {
                binding = Binding.OURS;
            } else if (wanted.isEmpty() && Counts.of(word).isPresent() && !word.equals("a")) {
                wanted = Counts.of(word);
                if (binding != Binding.OURS && binding != Binding.ALL) binding = Binding.COUNTED;
            } else if (!word.equals("of") && !word.equals("the") && !word.equals("these") && !word.equals("those")) {
                break;
            }
        }
        List<Token> phrase = phrase(text, tokens, i);
        if (phrase.isEmpty()) return Optional.empty();
        int head = head(phrase, each);
        boolean singular = head < 0 && binding == Binding.OURS && hasDegree(phrase);
        if (head < 0 && !singular) return Optional.empty();
        if (singular) head = phrase.size() - 1;
        String noun = Nouns.pluralOf(phrase.get(head).lower());
        if (PAPER.contains(noun)) return Optional.empty();
        List<String> traits = phrase.subList(0, head).stream()
                .map(Token::lower)
                .filter(w -> !DEGREES.contains(w))
                .toList();
        Matcher relative = RELATIVE.matcher(text.substring(phrase.get(head).end()));
        int end = phrase.get(head).end();
        if (relative.lookingAt()) {
            // "The employers we compete with": the clause says what they are to us.
            noun = noun + " " + relative.group(1).toLowerCase(Locale.ROOT);
            binding = Binding.OURS;
            end += relative.end();
        }
        var group = new Group(noun, singular ? OptionalInt.of(1) : wanted, traits, binding);
        return Optional.of(new Found(group, tokens.get(first).start(), end));
    }

    private static Optional<Binding> binding(String word) {
        if (OURS.contains(word)) return Optional.of(Binding.OURS);
        if (ALL.contains(word)) return Optional.of(Binding.ALL);
        if (OPEN.contains(word)) return Optional.of(Binding.OPEN);
        return Counts.of(word).isPresent() && !word.equals("a") ? Optional.of(Binding.COUNTED) : Optional.empty();
    }

    private static OptionalInt wanted(String word) {
        return OPEN.contains(word) || OURS.contains(word) ? OptionalInt.empty() : Counts.of(word);
    }

    /** The words up to the next function word, verb that carries little, or punctuation mark. */
    private static List<Token> phrase(String text, List<Token> tokens, int from) {
        var phrase = new ArrayList<Token>();
        for (int i = from; i < tokens.size() && phrase.size() < WORDS_MAX; i++) {
            String word = tokens.get(i).lower();
            if (!joined(text, tokens, i)) break;
            boolean degree = DEGREES.contains(word) && !word.equals("of") && !word.equals("the");
            // Right behind the determiner, "offers" and "supports" are nouns.
            boolean verb = FunctionWords.lightVerb(word) && !(phrase.isEmpty() && Nouns.plural(word));
            if (!degree && (FunctionWords.is(word) || verb)) break;
            phrase.add(tokens.get(i));
        }
        return phrase;
    }

    /** Tells whether only white space stands between token {@code i} and the one before it. */
    private static boolean joined(String text, List<Token> tokens, int i) {
        return i == 0
                || text.substring(tokens.get(i - 1).end(), tokens.get(i).start())
                        .isBlank();
    }

    /** The head is the last word of the first run of plurals; without plurals, after "each", the last word. */
    private static int head(List<Token> phrase, boolean each) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!plural(phrase.get(i))) continue;
            int last = i;
            while (last + 1 < phrase.size() && plural(phrase.get(last + 1))) last++;
            return last;
        }
        return each ? phrase.size() - 1 : -1;
    }

    private static boolean plural(Token token) {
        return Nouns.plural(token.lower()) && !token.lower().endsWith("'s") && !DEGREES.contains(token.lower());
    }

    private static boolean hasDegree(List<Token> phrase) {
        return phrase.size() > 1 && DEGREES.contains(phrase.getFirst().lower());
    }
}
