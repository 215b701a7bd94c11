package dev.orrery.memory.document;

import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/**
 * Judges a passage as a stranger would who has only the file: do its words stand, in order and with nothing but mark-up
 * between them, in the lines that it names? Written without the readers, so that it cannot share their mistakes.
 */
final class Verbatim {
    /** What may stand between two words of a quotation: no letter or digit, but for mark-up. */
    private static final String GAP = "(?:[^\\p{L}\\p{N}]" //
            + "|</?[a-zA-Z][^>]*>|<!--.*?-->" // tags
            + "|\\]\\([^)]*\\)|\\]\\[[^\\]]*\\]|\\[\\^[\\w-]+\\]|\\{[:#.][^}]*\\}" // Markdown
            + "|\\{(?:nbsp|apos|quot|amp|lt|gt|plus|zwsp|[lr][sd]quo)\\}" // AsciiDoc
            + "|(?<![\\p{L}\\p{N}])(?:https?://|link:|xref:|mailto:|api:|pkg:|ann:|jdk:|ee:)[^\\s\\[]*(?=\\[)"
            + "|<<[^,>]*,|\\[\\[[^\\]]*\\]\\]|\\[[.#][\\w.-]+\\]|(?<=[^\\]]),\\s*\\w+=[^\\]]*(?=\\])|\\^\\]"
            + "|<\\d+>|\\d*[.\\d]*[+*]?[<^>]?[adehlmsv]?(?=\\|)|(?<=\\n)[ \\t]*//[^\\n]*"
            + ")*?";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Verbatim() {}

    static boolean holds(Passage passage, String source) {
        return passage.place() instanceof Place.Lines place && holds(passage.text(), lines(source, place));
    }

    /** Tells whether the words of {@code quotation} stand in {@code text} without a break. */
    static boolean holds(String quotation, String text) {
        List<String> words =
                WORD.matcher(quotation).results().map(r -> r.group()).toList();
        Pattern sequence =
                Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining(GAP)), Pattern.DOTALL);
        Matcher raw = sequence.matcher(text);
        return raw.find()
                || sequence.matcher(Parser.unescapeEntities(text, false)).find();
    }

    private static String lines(String source, Place.Lines place) {
        List<String> lines = List.of(source.split("\n", -1));
        return String.join("\n", lines.subList(place.first() - 1, place.last()));
    }
}
