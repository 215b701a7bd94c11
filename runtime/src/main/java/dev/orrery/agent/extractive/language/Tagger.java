package dev.orrery.agent.extractive.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Finds the words of a sentence and their classes, with the OpenNLP models for English. The models are read once, when
 * the first sentence is tagged; a tagger is cheap, belongs to one thread, and remembers what it has tagged.
 */
public final class Tagger {
    private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
    private static final String CLASSES = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final TokenizerME tokenizer = new TokenizerME(Models.TOKENIZER);
    private final POSTaggerME tagger = new POSTaggerME(Models.TAGGER);
    private final Map<String, List<Word>> known = new HashMap<>();

    /** Returns the words of {@code sentence} in order, punctuation included. */
    public List<Word> words(String sentence) {
        return known.computeIfAbsent(sentence, this::tag);
    }

    private List<Word> tag(String sentence) {
        Span[] spans = tokenizer.tokenizePos(sentence);
        String[] tokens = Span.spansToStrings(spans, sentence);
        String[] tags = tagger.tag(tokens);
        var words = new ArrayList<Word>(tokens.length);
        for (int i = 0; i < tokens.length; i++) {
            words.add(Word.of(tokens[i], WordClass.of(tags[i]), spans[i].getStart()));
        }
        return List.copyOf(words);
    }

    /** Holds the models, so that they are read when they are first needed and only then. */
    private static final class Models {
        static final TokenizerModel TOKENIZER = read(TOKENS, TokenizerModel::new);
        static final POSModel TAGGER = read(CLASSES, POSModel::new);

        private static <M> M read(String resource, Reader<M> reader) {
            try (InputStream in = Tagger.class.getResourceAsStream(resource)) {
                if (in == null) throw new IllegalStateException("the class path lacks " + resource);
                return reader.read(in);
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + resource, e);
            }
        }

        interface Reader<M> {
            M read(InputStream in) throws IOException;
        }
    }
}
