package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.goal.Group;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The relation in which a group stands to the user, as words and turns of phrase that texts use for it. {@code
 * competitors} is also said as "rivals", "we compete with", "we lose deals to". Immutable.
 */
public final class Relation {
    /** Endings that a word of a family may have behind its stem; others make another word ("option", "optional"). */
    private static final String ENDINGS =
            "(?:s|es|e|ed|ing|er|ers|or|ors|ier|iers|y|ies|ied|ying|itor|itors|ition|itions|itive|itively"
                    + "|ant|ants|ance|ment|ments|ship|ships|ion|ions|ry|ries|n|ned|ning|'s|s')?";

    /** More words would find more of what is meant otherwise. */
    private static final int QUERY_WORDS_MAX = 3;

    private static final List<Turns> KNOWN = Turns.read();

    /** One relation of the word list. */
    private record Turns(List<String> stems, List<String> phrases, boolean role) {
        static List<Turns> read() {
            var relations = new ArrayList<Turns>();
            for (String line : lines()) {
                boolean role = line.startsWith("=");
                if (role || line.startsWith("-")) {
                    relations.add(
                            new Turns(List.of(line.substring(1).strip().split(" +", -1)), new ArrayList<>(), role));
                } else if (line.startsWith("~"))
                    relations.getLast().phrases.add(line.substring(1).strip());
            }
            return List.copyOf(relations);
        }

        private static List<String> lines() {
            try (InputStream in = Relation.class.getResourceAsStream("relations.txt")) {
                if (in == null) throw new IllegalStateException("the class path lacks relations.txt");
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException("cannot read relations.txt", e);
            }
        }

        boolean says(String word) {
            return stems.stream().anyMatch(s -> word.matches(Pattern.quote(s) + ENDINGS));
        }
    }

    private final List<String> stems;
    private final Pattern said;
    private final Pattern other;

    private Relation(List<String> stems, Pattern said, Pattern other) {
        this.stems = stems;
        this.said = said;
        this.other = other;
    }

    /** Returns the relation in which {@code group} stands. */
    public static Relation of(Group group) {
        // "Organisations we compete with": the clause says the relation, the noun is anything.
        String said = group.noun().replaceFirst("^.*\\bwe\\b", "");
        var words = new LinkedHashSet<String>(FunctionWords.contentOf(said));
        FunctionWords.contentOf(group.noun()).stream()
                .filter(w -> KNOWN.stream().anyMatch(k -> k.says(w)))
                .forEach(words::add);
        // "Competing products": the trait says the relation, the noun is anything.
        group.traits().stream()
                .filter(t -> KNOWN.stream().anyMatch(k -> k.says(t)))
                .forEach(words::add);
        var stems = new LinkedHashSet<String>();
        var phrases = new ArrayList<String>();
        for (String word : words) {
            List<Turns> turns = KNOWN.stream().filter(t -> t.says(word)).toList();
            if (turns.isEmpty()) stems.add(stem(word));
            for (Turns t : turns) {
                stems.addAll(t.stems());
                phrases.addAll(t.phrases());
            }
        }
        var others = KNOWN.stream()
                .filter(Turns::role)
                .flatMap(t -> t.stems().stream())
                .filter(s -> !stems.contains(s))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Relation(List.copyOf(stems), pattern(stems, phrases), pattern(others, List.of()));
    }

    /** The stem of a noun that the word list does not have: the singular without an ending of persons or things. */
    private static String stem(String noun) {
        String singular = Nouns.singular(noun);
        String stem = singular.replaceFirst("(?:ier|er|or|ant|ent|y|e)$", "");
        return stem.length() >= 4 ? stem : singular;
    }

    private static Pattern pattern(Set<String> stems, List<String> phrases) {
        String families = stems.stream().map(s -> Pattern.quote(s) + ENDINGS).collect(Collectors.joining("|"));
        String turns = phrases.stream().map(p -> "|" + expanded(p)).collect(Collectors.joining());
        return Pattern.compile("(?<![\\p{L}-])(?:" + families + turns + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
    }

    private static String expanded(String phrase) {
        return phrase.replace(" ... ", " (?:[\\p{L}\\p{N}%'’-]+ ){0,4}?")
                .replace("ours", "ours|our \\p{L}+")
                .replace(" ", "\\s+");
    }

    /** Returns a search for the words of the relation, the commonest first. */
    public String query() {
        return stems.stream().limit(QUERY_WORDS_MAX).collect(Collectors.joining(" "));
    }

    /** Tells whether {@code noun} says in what relation someone stands to the user. */
    public static boolean role(String noun) {
        return KNOWN.stream().filter(Turns::role).anyMatch(t -> t.says(noun.toLowerCase(Locale.ROOT)));
    }

    /** Tells whether the relation is one of those that English has several words for. */
    public boolean known() {
        return stems.stream()
                .anyMatch(s -> KNOWN.stream().anyMatch(t -> t.stems().contains(s)));
    }

    /** Tells whether {@code text} speaks of the relation. */
    public boolean in(String text) {
        return said.matcher(text).find();
    }

    /** Returns {@code text} with {@code mark} in place of each word or phrase of the relation. */
    String marked(String text, String mark) {
        return said.matcher(text).replaceAll(mark);
    }

    /** Tells whether {@code text} speaks of another relation in which someone may stand to the user. */
    boolean otherIn(String text) {
        return other.matcher(text).find();
    }

    /** Returns {@code text} with {@code mark} in place of each word of another relation. */
    String othersMarked(String text, String mark) {
        return other.matcher(text).replaceAll(mark);
    }
}
