package dev.orrery.agent.llm;

import dev.orrery.agent.screen.InjectionScreen;
import java.util.Set;

/** Tells which text of a document a model is better not shown: what gives orders to whoever reads it. */
final class Suspect {
    private static final InjectionScreen SCREEN = new InjectionScreen(
            Set.of("files.write", "web.fetch", "knowledge.search", "knowledge.read", "knowledge.outline"));

    private Suspect() {}

    static boolean is(String text) {
        return SCREEN.look(text).isPresent();
    }
}
