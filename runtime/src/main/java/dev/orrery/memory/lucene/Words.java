package dev.orrery.memory.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Turns English text into the words that are indexed and looked for: stems in American spelling without accents. Words
 * in camel case, and those joined by dots or underscores, give themselves and then their parts. Thread-safe.
 */
final class Words extends Analyzer {
    /** Words that ask or command, and say nothing about what is asked for. */
    private static final CharArraySet ASKING = CharArraySet.unmodifiableSet(new CharArraySet(
            Set.of(
                    "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "does", "did", "do", "can",
                    "could", "should", "would", "has", "have", "had", "say", "says", "about", "any", "many", "much"),
            true));

    /**
     * A word of a query.
     *
     * @param whole as it was written
     * @param parts what it is made of; empty when it is simple
     */
    record Asked(String whole, List<String> parts) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var source = new StandardTokenizer();
        TokenStream words = new WordParts(new EnglishPossessiveFilter(source));
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        words = new ASCIIFoldingFilter(words);
        words = new AmericanFilter(words);
        words = new PorterStemFilter(words);
        return new TokenStreamComponents(source, new FinalLetterFilter(words));
    }

    /** Returns the different words of {@code text} in order; those that only ask are left out unless all do. */
    static List<Asked> asked(String text) {
        var kept = new StringBuilder();
        for (String word : text.split("[\\s?!,;:()\"]+")) {
            if (!ASKING.contains(word)) kept.append(word).append(' ');
        }
        List<Asked> words = words(kept.toString());
        return words.isEmpty() ? words(text) : words;
    }

    /** Returns all words of {@code text}, parts included. */
    static Set<String> all(String text) {
        return words(text).stream()
                .flatMap(w -> Stream.concat(Stream.of(w.whole()), w.parts().stream()))
                .collect(Collectors.toSet());
    }

    private static List<Asked> words(String text) {
        SequencedMap<String, List<String>> words = new LinkedHashMap<>();
        try (var analyzer = new Words();
                TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                boolean part = increment.getPositionIncrement() == 0 && !words.isEmpty();
                if (part) words.lastEntry().getValue().add(term.toString());
                else words.putIfAbsent(term.toString(), new ArrayList<>());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words.entrySet().stream()
                .map(w -> new Asked(w.getKey(), List.copyOf(w.getValue())))
                .toList();
    }
}
