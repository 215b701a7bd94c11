package dev.orrery.model.langchain4j;

import dev.orrery.model.Bounds;
import dev.orrery.model.Completion;
import dev.orrery.model.Form;
import dev.orrery.model.Line;
import dev.orrery.model.Manner;
import dev.orrery.model.ModelChoice;
import dev.orrery.model.ModelName;
import dev.orrery.model.Prompt;
import java.net.URI;
import java.util.List;
import java.util.function.LongSupplier;

/** The line to one model, through LangChain4j. Thread-safe: each call has a wire of its own. */
final class LangChain4jLine implements Line {
    private final ModelChoice choice;
    private final Dialect dialect;
    private final Clients clients;
    private final LongSupplier nanos;
    private final Failures failures;

    LangChain4jLine(ModelChoice choice, Clients clients, LongSupplier nanos) {
        this.choice = choice;
        this.clients = clients;
        this.nanos = nanos;
        this.failures = new Failures("model " + choice.name() + " at " + choice.endpoint(), choice.key());
        this.dialect = switch (choice.name().provider()) {
            case OPENAI -> new OpenAiDialect();
            case ANTHROPIC -> new AnthropicDialect();
        };
    }

    @Override
    public ModelName name() {
        return choice.name();
    }

    @Override
    public URI endpoint() {
        return choice.endpoint();
    }

    @Override
    public List<Form> forms() {
        return dialect.forms();
    }

    @Override
    public Completion say(Prompt prompt, Manner manner, Bounds bounds) {
        var outgoing = new Dialect.Outgoing(
                choice.name(), choice.endpoint(), choice.key(), prompt, manner, new ToolNames(prompt.offers()), (int)
                        Math.min(bounds.replyTokensMax(), Integer.MAX_VALUE));
        var tap = new Tap();
        return clients.with(http -> {
            var wire = new Wire(http, body -> dialect.rewrite(body, manner), tap);
            return new StreamedCall(dialect, outgoing, wire, tap, failures).within(bounds, nanos);
        });
    }
}
