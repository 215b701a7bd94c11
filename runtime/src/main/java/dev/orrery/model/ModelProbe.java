package dev.orrery.model;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finds out anew what a model's server can do, with three small questions: words, a shape, a tool. */
public final class ModelProbe {
    private static final Bounds BOUNDS = Bounds.USUAL.withReplyTokensMax(200);
    private static final Json SHAPE =
            JsonText.parse("{\"type\":\"object\",\"properties\":{\"colour\":{\"type\":\"string\","
                    + "\"enum\":[\"red\",\"green\"]}},\"required\":[\"colour\"],\"additionalProperties\":false}");
    private static final Offer TOOL = new Offer(
            "weather.now",
            "Tells the weather in a town.",
            JsonText.parse(
                    "{\"type\":\"object\",\"properties\":{\"town\":{\"type\":\"string\"}},\"required\":[\"town\"]}"));

    private ModelProbe() {}

    /** How one question went. */
    public record Answer(String question, boolean good, String detail, long millis) {}

    /**
     * What was found.
     *
     * @param answers one per question asked; a failure ends the asking
     * @param manner how the server is spoken to from now on
     */
    public record Found(List<Answer> answers, Manner manner) {
        public Found {
            answers = List.copyOf(answers);
        }
    }

    /** Forgets what is known of the endpoint and asks. Failures are answers, not thrown; takes up to three calls' bounds. */
    public static Found ask(Model model, URI endpoint, Abilities abilities, LongSupplier nanos) {
        abilities.forget(endpoint, model.name());
        var asking = new Asking(model, nanos);
        asking.ask(
                "words",
                say("Say hello in one short sentence."),
                reply -> !reply.text().isBlank());
        asking.ask(
                "shape",
                say("Which colour has grass? Answer as JSON.").shaped("colour", SHAPE),
                reply -> LenientJson.object(reply.text())
                        .map(found -> found.value().text("colour").equals("green"))
                        .orElse(false));
        asking.ask(
                "tool",
                say("What is the weather in Oslo?").offering(List.of(TOOL)),
                reply -> reply.calls().stream().anyMatch(call -> call.tool().equals(TOOL.name())));
        return new Found(asking.answers, abilities.known(endpoint, model.name()).orElse(Manner.FULL));
    }

    private static Prompt say(String question) {
        return Prompt.of(new Message.User(question));
    }

    private interface Judge {
        boolean good(Completion reply);
    }

    private static final class Asking {
        private final Model model;
        private final LongSupplier nanos;
        private final List<Answer> answers = new ArrayList<>();
        private boolean reached = true;

        Asking(Model model, LongSupplier nanos) {
            this.model = model;
            this.nanos = nanos;
        }

        void ask(String question, Prompt prompt, Judge judge) {
            if (!reached) return;
            long began = nanos.getAsLong();
            try {
                Completion reply = model.complete(prompt, BOUNDS);
                answer(question, judge.good(reply), detail(reply), began);
            } catch (ModelException failure) {
                reached = failure.status().isPresent();
                answer(question, false, String.valueOf(failure.getMessage()), began);
            }
        }

        private void answer(String question, boolean good, String detail, long began) {
            answers.add(new Answer(question, good, detail, (nanos.getAsLong() - began) / 1_000_000));
        }

        private static String detail(Completion reply) {
            String said = reply.calls().isEmpty()
                    ? reply.text()
                    : reply.calls().getFirst().tool() + " "
                            + reply.calls().getFirst().arguments();
            String line = said.replaceAll("\\s+", " ").strip();
            Optional<Usage> usage = reply.usage();
            return (line.length() <= 80 ? line : line.substring(0, 80) + "…")
                    + usage.map(used -> " (" + used.inputTokens() + " tokens in, " + used.outputTokens() + " out)")
                            .orElse(" (no usage told)");
        }
    }
}
