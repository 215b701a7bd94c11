package dev.orrery.cli.command;

import dev.orrery.Config.ModelWish;
import dev.orrery.OrreryException;
import dev.orrery.TriedModel;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.ModelText;
import dev.orrery.cli.wire.ModelJson;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "test",
        description = {
            "Ask a model three small questions, and say how its server takes them and whether agents can use it.",
            "",
            "What is found is kept in the home, for runs. The model is the one that a run would have.",
        },
        footer = {
            "  orrery model test --model openai:gpt-5-mini",
            "  orrery model test --model openai:qwen --base-url http://127.0.0.1:8080/v1",
            "",
            "Exit status: 0 when agents can use the model, 1 when they cannot, 2 when no",
            "model is set, or its key is missing.",
        })
final class ModelTestCommand implements Callable<Integer> {
    @Mixin
    final ModelOptions model;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ModelTestCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
        this.model = new ModelOptions(session);
    }

    @Override
    public Integer call() {
        ModelWish wish = model.wish()
                .orElseThrow(() -> new OrreryException(
                        OrreryException.Kind.USAGE,
                        "no model is set; name one with --model openai:NAME or anthropic:NAME"));
        try (Library library = session.open()) {
            TriedModel tried = library.tryModel(wish);
            if (json.wanted()) Printing.json(session, Stream.of(ModelJson.of(tried)));
            else Printing.lines(session, ModelText.of(tried));
            return (tried.found().usable() ? ExitStatus.DONE : ExitStatus.FAILED).code();
        }
    }
}
