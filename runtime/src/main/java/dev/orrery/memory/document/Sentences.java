package dev.orrery.memory.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Splits text into sentences: OpenNLP's English model proposes, and rules of ours mend what it does wrong in technical
 * text. The model is loaded once, at the first use. Thread-safe.
 */
final class Sentences {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(\\[\"'“‘])(?:e\\.g|i\\.e|etc|vs|cf|al|approx|resp|incl|excl|ca|No|Nos|Fig|Figs|Sec|Sect|Ch|Vol|pp|St|Dr|"
                    + "Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|Jr|Sr|U\\.S|U\\.K|E\\.U|a\\.m|p\\.m|v|ver|\\p{Lu})\\.$");

    /** A sentence's end that the model misses after quotes, brackets or code: a full stop, then a capital and a word. */
    private static final Pattern END =
            Pattern.compile("[.!?][)\"'”’\\]]*\\s+(?=[(\"“‘]?\\p{Lu}[\\p{Ll}']*[,]?\\s\\p{L})");

    private static final int CHARS_MIN = 15;
    private static final int TOGETHER_CHARS_MAX = 400;

    /** What is longer than this is no sentence, so nothing more is put to it. */
    private static final int CHARS_MAX = 1_000;

    /** A text longer than this is data without line breaks; it has no sentences. */
    private static final int TEXT_CHARS_MAX = 100_000;

    private static final class Loaded {
        static final SentenceModel MODEL = load();
    }

    private Sentences() {}

    /** A stretch of the text, from the first character up to but without the last. */
    record Stretch(int from, int to) {}

    /** Returns the sentences of {@code text} in order. Holes count as spaces. */
    static List<Stretch> of(String text) {
        if (text.length() > TEXT_CHARS_MAX) return List.of();
        String plain = text.replace(SourceText.HOLE, ' ');
        if (plain.length() < CHARS_MIN || !plain.matches("(?s).*[.!?].*\\S.*"))
            return List.of(new Stretch(0, text.length()));
        var sentences = new ArrayList<Stretch>();
        for (Stretch s : merge(plain)) split(plain, s, sentences);
        return sentences;
    }

    /** Puts together what the model tore apart. */
    private static List<Stretch> merge(String text) {
        var merged = new ArrayList<Stretch>();
        // A detector keeps the probabilities of its last call, so each call has its own; only the model is large.
        for (Span span : new SentenceDetectorME(Loaded.MODEL).sentPosDetect(text)) {
            if (!merged.isEmpty() && goesOn(text, merged.getLast(), span)) {
                merged.set(merged.size() - 1, new Stretch(merged.getLast().from(), span.getEnd()));
            } else {
                merged.add(new Stretch(span.getStart(), span.getEnd()));
            }
        }
        return merged;
    }

    private static boolean goesOn(String text, Stretch before, Span next) {
        if (before.to() - before.from() > CHARS_MAX) return false;
        return text.substring(before.to(), next.getStart()).isEmpty()
                || Character.isLowerCase(text.charAt(next.getStart()))
                || ABBREVIATION
                        .matcher(text.substring(before.from(), before.to()))
                        .find()
                || !endsSentence(text.substring(before.from(), before.to()))
                || isOpen(text.substring(before.from(), before.to()), next.length());
    }

    /** A bracket or quotation that is still open holds the sentences in it together, as long as that stays readable. */
    private static boolean isOpen(String sentence, int more) {
        if (sentence.length() + more > TOGETHER_CHARS_MAX) return false;
        return count(sentence, '(') > count(sentence, ')') || count(sentence, '“') > count(sentence, '”');
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static boolean endsSentence(String sentence) {
        return sentence.matches("(?s).*[.!?:…][)\"'”’\\]»*_]*\\s*");
    }

    /** Parts what the model left together. */
    private static void split(String text, Stretch whole, List<Stretch> into) {
        Matcher end = END.matcher(text).region(whole.from(), whole.to());
        int from = whole.from();
        while (end.find()) {
            String left = text.substring(from, end.end()).strip();
            if (left.length() < CHARS_MIN
                    || ABBREVIATION
                            .matcher(left.replaceAll("[)\"'”’\\]]+$", ""))
                            .find()) continue;
            into.add(new Stretch(from, end.end()));
            from = end.end();
        }
        into.add(new Stretch(from, whole.to()));
    }

    private static SentenceModel load() {
        try (InputStream in = Sentences.class.getResourceAsStream(MODEL)) {
            if (in == null) throw new AssertionError("the sentence model is not on the class path: " + MODEL);
            return new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sentence model", e);
        }
    }
}
