package dev.orrery.memory.onnx;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the pieces that a BERT model of lower-case English knows, longest first. It does what the tokenizer file
 * says for this model, so no native tokenizer is needed. Immutable and thread-safe.
 */
final class WordPiece {
    /** A word longer than this is unknown, as in the original. */
    private static final int WORD_CHARS_MAX = 100;

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{P}$+<=>^`|~]+|[\\p{P}$+<=>^`|~]");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
    private static final Pattern HAN = Pattern.compile("(\\p{IsHan})");

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** Reads the vocabulary out of a {@code tokenizer.json}. */
    static WordPiece of(String tokenizer) {
        Json pieces = JsonText.parse(tokenizer)
                .at("model")
                .flatMap(m -> m.at("vocab"))
                .orElseThrow(() -> new IllegalArgumentException("the tokenizer has no vocabulary"));
        if (!(pieces instanceof Json.Obj known)) throw new IllegalArgumentException("the vocabulary is no object");
        var vocabulary = new HashMap<String, Integer>();
        known.members().forEach((piece, id) -> {
            if (id instanceof Json.Num n) vocabulary.put(piece, (int) n.value());
        });
        return new WordPiece(vocabulary);
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) throw new IllegalArgumentException("the vocabulary has no " + piece);
        return id;
    }

    /** Returns the ids of the pieces of {@code text}, begun and ended, at most {@code max}. */
    long[] ids(String text, int max) {
        List<Integer> ids = new ArrayList<>(List.of(begin));
        Matcher words = WORD.matcher(normal(text));
        while (words.find() && ids.size() < max - 1) ids.addAll(pieces(words.group()));
        if (ids.size() > max - 1) ids = ids.subList(0, max - 1);
        return java.util.stream.LongStream.concat(
                        ids.stream().mapToLong(Integer::longValue), java.util.stream.LongStream.of(end))
                .toArray();
    }

    private static String normal(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return HAN.matcher(ACCENT.matcher(plain).replaceAll("")).replaceAll(" $1 ");
    }

    private List<Integer> pieces(String word) {
        if (word.length() > WORD_CHARS_MAX) return List.of(unknown);
        var pieces = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            for (; to > from && id == null; to--) {
                id = vocabulary.get((from > 0 ? "##" : "") + word.substring(from, to));
            }
            if (id == null) return List.of(unknown);
            pieces.add(id);
            from = to + 1;
        }
        return pieces;
    }
}
