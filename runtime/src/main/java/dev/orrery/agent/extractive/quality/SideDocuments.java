package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;

/** Documents beside the matter: change logs, templates, what contributors are told. */
public final class SideDocuments {
    private static final Phrases WORDS = Phrases.read(SideDocuments.class, "side-documents");

    private SideDocuments() {}

    /** Tells whether the document at {@code path} is one, by the words of its path. */
    public static boolean isOne(String path) {
        return WORDS.in(path.replace('_', ' ').replace('-', ' '));
    }
}
