package dev.orrery.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Effect;
import dev.orrery.kernel.EffectClass;
import dev.orrery.message.JsonText;
import dev.orrery.message.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step reaches the part of the knowledge that its plan gives it, and no other, however it asks. */
class ScopesTest {
    @Test
    void aPrefixIsAFolderAndNotTheBeginningOfAName() {
        assertThat(Scopes.within("acme", "acme")).isTrue();
        assertThat(Scopes.within("acme/a.md", "acme")).isTrue();
        assertThat(Scopes.within("acme/a..b.md", "acme")).isTrue();
        assertThat(Scopes.within("acme/a.md", "acme/")).isTrue();
        assertThat(Scopes.within("anything", "")).isTrue();
        assertThat(Scopes.within("acme-secret/a.md", "acme")).isFalse();
        assertThat(Scopes.within("acme/../beta/a.md", "acme")).isFalse();
        assertThat(Scopes.within("acme\\..\\beta", "acme\\")).isFalse();
        assertThat(Scopes.within("acme/a.md", "${item.folder}")).isFalse();
        assertThat(Scopes.within("", "acme")).isFalse();
    }

    @Test
    void aCallThatNamesAPlaceOutsideIsRefused() {
        check("knowledge.search", "{\"query\": \"x\", \"under\": [\"acme\"]}", true);
        check("knowledge.search", "{\"query\": \"x\", \"under\": [\"acme\", \"beta\"]}", false);
        check("knowledge.search", "{\"query\": \"x\", \"under\": [\"\"]}", false);
        check("knowledge.read", "{\"path\": \"acme/a.md\"}", true);
        check("knowledge.read", "{\"path\": \"beta/a.md\", \"under\": [\"acme\"]}", false);
        check("files.write", "{\"path\": \"beta/a.md\"}", true);
    }

    private static void check(String tool, String arguments, boolean allowed) {
        var call = new ToolCall(tool, JsonText.parse(arguments));
        var use = new Effect.UseTool("e1", "research/acme", 1, "finder", 0, call, "key", EffectClass.READ);
        assertThat(Scopes.objection(use, List.of("acme")).isEmpty())
                .as(tool + arguments)
                .isEqualTo(allowed);
    }
}
