package dev.orrery.model;

import dev.orrery.message.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts into words what a server does not know as a parameter: tools into the system message, so that the prefix stays the
 * same from turn to turn, and the shape of the reply at the end of the last message, where small models heed it most.
 */
final class Wording {
    private Wording() {}

    /** Returns the prompt as it is sent in this manner. */
    static Prompt of(Prompt prompt, Manner manner) {
        Form form = manner.formFor(prompt);
        List<Message> messages = prompt.messages();
        List<Offer> offers = prompt.offers();
        if (!offers.isEmpty() && manner.tools() == ToolForm.TEXT) {
            messages = withTools(messages.stream().map(Wording::spoken).toList(), offers);
            offers = List.of();
        }
        if (prompt.shape().isPresent() && form.described()) {
            messages =
                    withShape(messages, prompt.shape().get(), !prompt.offers().isEmpty());
        }
        return new Prompt(
                messages, offers, form == Form.PROMPT ? Optional.empty() : prompt.shape(), prompt.temperature());
    }

    private static List<Message> withTools(List<Message> messages, List<Offer> offers) {
        String text = offers.stream()
                .map(offer -> "- " + offer.name() + ": " + offer.description() + " Arguments: "
                        + JsonText.print(offer.arguments()))
                .collect(Collectors.joining(
                        "\n",
                        "You can call these tools:\n",
                        "\nTo call one, answer with nothing but\n```json\n"
                                + "{\"name\": \"TOOL\", \"arguments\": {…}}\n```"));
        var all = new ArrayList<Message>(messages);
        if (all.getFirst() instanceof Message.Instruction first) {
            all.set(0, new Message.Instruction(first.text() + "\n\n" + text));
        } else {
            all.addFirst(new Message.Instruction(text));
        }
        return all;
    }

    private static List<Message> withShape(List<Message> messages, Shape shape, boolean orCall) {
        String text = (orCall ? "If you call no tool, answer" : "Answer")
                + " with one JSON object that fits this JSON Schema, and with nothing else:\n"
                + JsonText.print(shape.schema());
        var all = new ArrayList<Message>(messages);
        if (all.getLast() instanceof Message.User last) {
            all.set(all.size() - 1, new Message.User(last.text() + "\n\n" + text));
        } else {
            all.add(new Message.User(text));
        }
        return all;
    }

    /** A server without tools knows no calls and results either. */
    private static Message spoken(Message message) {
        return switch (message) {
            case Message.Assistant assistant
            when !assistant.calls().isEmpty() -> new Message.Assistant(said(assistant), List.of());
            case Message.ToolResult result -> new Message.User("Result of " + result.tool() + ":\n" + result.text());
            case Message.Instruction _, Message.User _, Message.Assistant _ -> message;
        };
    }

    private static String said(Message.Assistant assistant) {
        String calls = assistant.calls().stream()
                .map(call ->
                        "```json\n{\"name\": \"" + call.tool() + "\", \"arguments\": " + call.arguments() + "}\n```")
                .collect(Collectors.joining("\n"));
        // Where the calls were read out of the text, it holds them already.
        boolean there = TextCalls.read(assistant.text(), List.of()).size()
                >= assistant.calls().size();
        return there ? assistant.text() : (assistant.text() + "\n" + calls).strip();
    }
}
