package dev.orrery.agent.screen;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a model may read it, whatever hides it from people: invisible characters, letters of other alphabets, letters
 * set apart, comments, and base64.
 *
 * @param texts the text with its masks taken off, and then what was encoded in it
 * @param hidden whether invisible characters stood inside of words
 */
record Unmasked(List<String> texts, boolean hidden) {
    private static final Map<Integer, Integer> LOOKALIKES = lookalikes();

    /** Zero-width characters, soft hyphens, marks of direction, variation selectors and invisible tags. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFE00-\\uFE0F\\uFEFF\\x{E0100}-\\x{E01EF}]");

    private static final Pattern WITHIN_A_WORD =
            Pattern.compile("\\p{L}[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]{1,20}\\p{L}");
    private static final Pattern TAGS = Pattern.compile("[\\x{E0020}-\\x{E007E}]");
    private static final Pattern COMMENT = Pattern.compile("<!--|-->|/\\*|\\*/");
    private static final Pattern APART =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:[ ._*-]\\p{L}(?![\\p{L}\\p{N}])){2,200}+");
    private static final Pattern MIXED_WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern BASE64 = Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{24,4000}={0,2}");

    /** More encoded pieces of one text than these are not decoded. */
    private static final int DECODED_MAX = 20;

    Unmasked {
        texts = List.copyOf(texts);
    }

    static Unmasked of(String text) {
        var texts = new ArrayList<String>();
        texts.add(plain(text));
        Matcher encoded = BASE64.matcher(text);
        while (encoded.find() && texts.size() <= DECODED_MAX) {
            String decoded = decoded(encoded.group());
            if (!decoded.isEmpty()) texts.add(plain(decoded));
        }
        boolean tagged = TAGS.matcher(text).find();
        return new Unmasked(texts, tagged || WITHIN_A_WORD.matcher(text).find());
    }

    private static String plain(String text) {
        String visible = TAGS.matcher(text).replaceAll(tag -> {
            String letter = Character.toString(tag.group().codePointAt(0) - 0xE0000);
            return Matcher.quoteReplacement(letter);
        });
        visible = INVISIBLE.matcher(visible).replaceAll("");
        visible = Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace('‘', '\'');
        visible = COMMENT.matcher(visible).replaceAll(" \n ");
        visible = visible.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        visible = MIXED_WORD.matcher(visible).replaceAll(word -> Matcher.quoteReplacement(latin(word.group())));
        visible = APART.matcher(visible)
                .replaceAll(run -> Matcher.quoteReplacement(run.group().replaceAll("[ ._*-]", "")));
        return visible.replace("**", "")
                .replace("__", "")
                .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    /** Writes a word in Latin letters when it has some already, or is made of lookalikes alone. */
    private static String latin(String word) {
        int[] points = word.codePoints().toArray();
        int like = 0;
        int latin = 0;
        for (int c : points) {
            if (LOOKALIKES.containsKey(c)) like++;
            else if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) latin++;
        }
        if (like == 0 || like + latin < points.length) return word;
        var out = new StringBuilder();
        for (int c : points) out.appendCodePoint(LOOKALIKES.getOrDefault(c, c));
        return out.toString();
    }

    /** Decodes base64; empty when what comes out is no text. */
    private static String decoded(String encoded) {
        String whole = encoded.replace("=", "");
        if (whole.length() % 4 == 1) whole = whole.substring(0, whole.length() - 1);
        String text = new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
        long words =
                text.codePoints().filter(c -> Character.isLetter(c) || c == ' ').count();
        boolean readable = text.indexOf('\uFFFD') < 0
                && text.indexOf(' ') > 0
                && words > 0.8 * text.codePointCount(0, text.length());
        return readable ? text : "";
    }

    private static Map<Integer, Integer> lookalikes() {
        var lookalikes = new HashMap<Integer, Integer>();
        for (String line : Resource.lines("lookalikes")) {
            int space = line.indexOf(' ');
            lookalikes.put(line.codePointAt(0), line.codePointAt(space + 1));
        }
        return Map.copyOf(lookalikes);
    }
}
