package dev.orrery.memory.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Undoes what keeps Porter's stems of one family apart: deploy becomes deploi, while deployment becomes deploy. */
final class FinalLetterFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FinalLetterFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        int last = term.length() - 1;
        if (last > 2 && term.charAt(last) == 'i') term.buffer()[last] = 'y';
        return true;
    }
}
