package dev.orrery.model;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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

    private static final Pattern COLOURS = Pattern.compile("red|green");
    private static final List<String> ESSENTIAL = List.of("words", "shape");
    private static final int TEXT_MAX = 80;

    private ModelProbe() {}

    /**
     * How one question went.
     *
     * @param question {@code words}, {@code shape} or {@code tool}
     * @param good whether the reply was what was asked for
     * @param text the reply, or why there is none; one line
     * @param failure of what kind the failure was; empty when there was a reply
     * @param usage what the server says was used
     * @param millis how long it took, steps down included
     */
    public record Answer(
            String question,
            boolean good,
            String text,
            Optional<ModelException.Kind> failure,
            Optional<Usage> usage,
            long millis) {}

    /**
     * What was found.
     *
     * @param answers one per question asked, in order; when the first one fails, or nobody answers, no more is asked
     * @param manner how the server is spoken to from now on
     * @param callsInText whether the model wrote its call into the text of its reply
     */
    public record Found(List<Answer> answers, Manner manner, boolean callsInText) {
        public Found {
            answers = List.copyOf(answers);
        }

        /** Tells whether agents can work with the model: it answers, and in the shape that is asked for. */
        public boolean usable() {
            return answers.stream()
                            .filter(answer -> answer.good() && ESSENTIAL.contains(answer.question()))
                            .count()
                    == ESSENTIAL.size();
        }
    }

    /**
     * Forgets what is known of the endpoint and asks. Failures are answers, not thrown. Shape and tool are asked for twice
     * where the first time taught nothing, since a server that fails by chance looks like one that knows neither; so this
     * takes up to five calls' bounds.
     */
    public static Found ask(Model model, URI endpoint, Abilities abilities, LongSupplier nanos) {
        abilities.forget(endpoint, model.name());
        var asking = new Asking(model, () -> abilities.known(endpoint, model.name()), nanos);
        asking.ask(
                "words",
                say("Say hello in one short sentence."),
                reply -> !reply.text().isBlank());
        asking.ask(
                "shape",
                say("Which colour has grass? Answer as JSON.").shaped("colour", SHAPE),
                reply -> LenientJson.object(reply.text())
                        .map(found ->
                                COLOURS.matcher(found.value().text("colour")).matches())
                        .orElse(false));
        asking.ask(
                "tool",
                say("What is the weather in Oslo?").offering(List.of(TOOL)),
                reply -> reply.calls().stream().anyMatch(call -> call.tool().equals(TOOL.name())));
        return new Found(
                asking.answers, abilities.known(endpoint, model.name()).orElse(Manner.FULL), asking.callsInText);
    }

    private static Prompt say(String question) {
        return Prompt.of(new Message.User(question));
    }

    private interface Judge {
        boolean good(Completion reply);
    }

    private static final class Asking {
        private final Model model;
        private final Supplier<Optional<Manner>> known;
        private final LongSupplier nanos;
        private final List<Answer> answers = new ArrayList<>();
        private boolean goesOn = true;
        private boolean callsInText;

        Asking(Model model, Supplier<Optional<Manner>> known, LongSupplier nanos) {
            this.model = model;
            this.known = known;
            this.nanos = nanos;
        }

        void ask(String question, Prompt prompt, Judge judge) {
            if (!goesOn) return;
            Optional<Manner> before = known.get();
            long began = nanos.getAsLong();
            try {
                Completion reply = model.complete(prompt, BOUNDS);
                callsInText |= !TextCalls.read(reply.text(), prompt.offers()).isEmpty();
                boolean good = judge.good(reply);
                answers.add(new Answer(question, good, said(reply), Optional.empty(), reply.usage(), millis(began)));
                if (!question.equals("words") && known.get().equals(before)) confirm(prompt);
            } catch (ModelException failure) {
                // Who is not reached, or does not answer the simplest question, has no answer to the others.
                goesOn = failure.status().isPresent() && !answers.isEmpty();
                String why = line(String.valueOf(failure.getMessage()));
                answers.add(
                        new Answer(question, false, why, Optional.of(failure.kind()), failure.usage(), millis(began)));
            }
        }

        private void confirm(Prompt prompt) {
            try {
                model.complete(prompt, BOUNDS);
            } catch (ModelException failure) {
                // It answered before: what was found then stands.
            }
        }

        private long millis(long began) {
            return (nanos.getAsLong() - began) / 1_000_000;
        }

        private static String said(Completion reply) {
            String said = reply.calls().isEmpty()
                    ? reply.text()
                    : reply.calls().getFirst().tool() + " "
                            + reply.calls().getFirst().arguments();
            String line = line(said);
            return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX) + "…";
        }

        private static String line(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }
}
