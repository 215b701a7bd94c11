package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the characters: does the text begin and end as a sentence does, and is it language rather than code? */
final class Shape {
    private static final int WORDS_MIN = 6;
    private static final int WORDS_MIN_NAMED = 4;
    private static final int WORDS_MAX = 46;
    private static final int WORDS_SHORT = 9;
    private static final int WORDS_LONG = 34;
    private static final double CODE_MAX = 0.45;
    private static final double CODE_SOME = 0.2;
    private static final double LINK_MAX = 0.75;
    private static final double LETTERS_MIN = 0.72;
    private static final double LETTERS_FEW = 0.84;

    private static final Phrases POINTERS = Phrases.read(Shape.class, "pointers");

    private static final Pattern ENDING = Pattern.compile("[.!][)\"”’']?$");
    private static final Pattern LEFTOVER = Pattern.compile("\\{[\\w{%\"' ]|<%|\\]\\(|\\[\\[|\\]\\]|</|/>|\\*\\*|__|"
            + "=>|->|::|&&|\\|\\||&\\w+;|\\\\\\w|\\bTODO\\b|\uFFFC");
    private static final Pattern HOLE = Pattern.compile(" [,.;:](?: |$)|\\( |\\(\\)|,,| {2}");
    /** "Acme Backup Acme Backup is a tool": a label that mark-up set apart from its sentence, and text does not. */
    private static final Pattern DOUBLED = Pattern.compile("^((?:[^\\s.,;:]+ ){1,4})\\1", Pattern.CASE_INSENSITIVE);

    private static final Pattern RUN_ON =
            Pattern.compile("(?<!\\b(?:e\\.g|i\\.e|etc|vs|approx|incl|cf|ca))[\\p{L})]{2}\\. \\p{Ll}");
    private static final Pattern LABEL = Pattern.compile("^[^.,;:]{1,45}(?:: | [–—-] )");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:step|part|figure|table|item|note|q|a)? ?\\d{1,2} ?[:.)] .*");
    private static final Pattern CONTACT = Pattern.compile("\\S@\\S+\\.\\w|https?://|www\\.|#[a-z][\\w-]{2,}");

    void judge(String text, Setting setting, Set<Mark> marks) {
        List<String> tokens = Tokens.of(text);
        boolean named = opensWithName(text, setting);
        if (!begins(text, named) || !ENDING.matcher(text).find()) marks.add(Mark.NOT_WHOLE);
        if (text.contains("?")) marks.add(Mark.QUESTION);
        if (unbalanced(text)) marks.add(Mark.UNBALANCED);
        if (LEFTOVER.matcher(text).find() || HOLE.matcher(text).find()) marks.add(Mark.MARKUP);
        if (DOUBLED.matcher(text).find()) marks.add(Mark.MARKUP);
        if (POINTERS.in(tokens) || setting.linkShare() > LINK_MAX) marks.add(Mark.POINTER);
        length(text, named, marks);
        code(text, setting, marks);
        if (RUN_ON.matcher(text).find()) marks.add(Mark.RUN_ON);
        if (LABEL.matcher(text).find()) marks.add(Mark.LABEL);
        if (NUMBERED.matcher(text.toLowerCase(Locale.ROOT)).matches()) marks.add(Mark.NUMBERED);
        if (CONTACT.matcher(text).find()) marks.add(Mark.CONTACT);
        if (text.endsWith("!")) marks.add(Mark.EXCLAIMS);
    }

    private static boolean opensWithName(String text, Setting setting) {
        String lower = text.toLowerCase(Locale.ROOT);
        return setting.names().stream().anyMatch(n -> lower.startsWith(n.toLowerCase(Locale.ROOT)));
    }

    private static boolean begins(String text, boolean named) {
        if (text.isEmpty()) return false;
        char first = text.charAt(0);
        return named || Character.isUpperCase(first) || Character.isDigit(first) || "\"“‘'$€£".indexOf(first) >= 0;
    }

    private static void length(String text, boolean named, Set<Mark> marks) {
        int words = text.split("\\s+", -1).length;
        if (words < (named ? WORDS_MIN_NAMED : WORDS_MIN)) marks.add(Mark.TOO_SHORT);
        else if (words > WORDS_MAX) marks.add(Mark.TOO_LONG);
        else if (words < WORDS_SHORT) marks.add(Mark.SHORT);
        else if (words > WORDS_LONG) marks.add(Mark.LONG);
    }

    private static void code(String text, Setting setting, Set<Mark> marks) {
        long plain = text.chars().filter(Shape::ofLanguage).count();
        double share = plain / (double) Math.max(1, text.length());
        if (setting.codeShare() > CODE_MAX || share < LETTERS_MIN) marks.add(Mark.CODE);
        else if (setting.codeShare() > CODE_SOME || share < LETTERS_FEW) marks.add(Mark.HALF_CODE);
    }

    private static boolean ofLanguage(int c) {
        return Character.isLetter(c) || c == ' ' || c == ',' || c == '\'' || c == '’' || c == '-';
    }

    private static boolean unbalanced(String text) {
        int round = 0;
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') round++;
            if (text.charAt(i) == ')') round--;
            if (text.charAt(i) == '"') quotes++;
            if (round < 0) return true;
        }
        return round != 0 || quotes % 2 != 0 || text.indexOf('“') >= 0 != text.indexOf('”') >= 0;
    }
}
