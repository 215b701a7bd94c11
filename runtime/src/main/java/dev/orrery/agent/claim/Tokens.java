package dev.orrery.agent.claim;

import dev.orrery.agent.claim.Token.Joint;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a sentence into words. Numbers, versions, dates, paths and identifiers stay whole; compounds such as {@code
 * 30-day} or {@code and/or} give their parts. Scripts written without spaces give pairs of letters.
 */
final class Tokens {
    /** Bounded, so that no text without end makes the matcher's stack overflow. */
    private static final Pattern RAW = Pattern.compile("(?:(?<![\\p{L}\\p{N}\\p{Pd}.])(?<![\\p{L}\\p{N}] )-(?=\\d))?"
            + "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_]*+"
            + "(?:(?:(?<=\\d)[,:](?=\\d)|['./@&+-](?=[\\p{L}\\p{N}_])|::(?=\\p{L}))[\\p{L}\\p{M}\\p{N}_]++){0,30}"
            + "(?:\\+\\+|#(?![\\p{L}\\p{N}]))?|[%°$€£¥]");

    private static final Pattern NUMBER_AND_LETTERS = Pattern.compile("(-?\\d(?:[\\d.,:]*\\d)?)(\\p{L}{1,12})");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern VERSION = Pattern.compile("[vV]?\\d+(?:\\.[\\dx*]+)+(?:-[\\p{L}\\d.]+)+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}(?:\\.\\p{L})+");
    private static final Pattern POINTED = Pattern.compile("\\p{L}\\.\\p{L}");
    private static final Pattern NUMBERED = Pattern.compile(
            "\\p{L}[\\p{L}\\p{N}.]*(?:-[\\p{L}\\p{N}.]+)*-[\\p{L}.]*\\d[\\p{L}\\p{N}.]*(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern SEAM = Pattern.compile("[/+-](?=[\\p{L}\\p{N}])");
    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s?[–—]\\s?(?=\\d)");
    private static final Pattern OPENER = Pattern.compile("[:\"“”«»„•|#>]");
    private static final Pattern BREAKER = Pattern.compile("[,;()\\[\\]{}—–…]| - ");

    private Tokens() {}

    /** Returns {@code text} with one form for each character that has several, mark-up characters taken out. */
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '’', '‘', 'ʼ', '´' -> out.append('\'');
                case '‐', '‑', '−', '﹣' -> out.append('-');
                case '`', '*' -> {}
                case '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF' -> {}
                case '\u2044' -> out.append('/');
                default -> out.appendCodePoint(c);
            }
        });
        // A dash between two numbers is a range, whatever its length.
        return RANGE.matcher(out).replaceAll("-");
    }

    /** Returns the words of {@code sentence}, which is plain, in order. */
    static List<Token> of(String sentence) {
        var tokens = new ArrayList<Token>();
        Matcher raw = RAW.matcher(sentence);
        int end = 0;
        while (raw.find()) {
            String gap = sentence.substring(end, raw.start());
            split(raw.group(), joint(gap, tokens.isEmpty()), tokens);
            end = raw.end();
        }
        return List.copyOf(tokens);
    }

    private static Joint joint(String gap, boolean first) {
        if (first || OPENER.matcher(gap).find()) return Joint.OPENS;
        if (BREAKER.matcher(gap).find()) return Joint.BREAK;
        return gap.isEmpty() ? Joint.INNER : Joint.SPACE;
    }

    private static void split(String raw, Joint joint, List<Token> into) {
        String word = raw;
        if (word.endsWith("'s") || word.endsWith("'S")) word = word.substring(0, word.length() - 2);
        if (ABBREVIATION.matcher(word).matches()) word = word.replace(".", "");
        if (!ISO_DATE.matcher(word).matches() && !VERSION.matcher(word).matches() && !identifier(word)) {
            Joint next = joint;
            // A minus sign belongs to its number.
            String body = word.startsWith("-") ? word.substring(1) : word;
            String sign = word.substring(0, word.length() - body.length());
            for (String part : SEAM.split(body, -1)) {
                part(sign + part, next, into);
                next = Joint.INNER;
                sign = "";
            }
        } else {
            into.add(Token.of(word, joint));
        }
    }

    private static void part(String part, Joint joint, List<Token> into) {
        Matcher measured = NUMBER_AND_LETTERS.matcher(part);
        if (measured.matches() && Quantities.attaches(measured.group(2).toLowerCase(Locale.ROOT))) {
            into.add(Token.of(measured.group(1), joint));
            into.add(Token.of(measured.group(2), Joint.INNER));
        } else if (part.codePoints().anyMatch(Tokens::unspaced)) {
            pairs(part, joint, into);
        } else if (!part.isEmpty()) {
            into.add(Token.of(part, joint));
        }
    }

    private static void pairs(String run, Joint joint, List<Token> into) {
        int[] points = run.codePoints().toArray();
        if (points.length == 1) into.add(Token.of(run, joint));
        for (int i = 0; i + 1 < points.length; i++) {
            into.add(Token.of(new String(points, i, 2), i == 0 ? joint : Joint.SPACE));
        }
    }

    /** Tells whether {@code c} belongs to a script that puts no spaces between words. */
    static boolean unspaced(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** Tells whether {@code word} is the name of a thing in a machine, which is compared as a whole. */
    private static boolean identifier(String word) {
        if (word.codePoints().noneMatch(Character::isLetter)) return false;
        if (word.contains("_") || word.contains("@") || word.contains("::")) return true;
        if (POINTED.matcher(word).find() || NUMBERED.matcher(word).matches()) return true;
        return word.indexOf('/') != word.lastIndexOf('/');
    }
}
