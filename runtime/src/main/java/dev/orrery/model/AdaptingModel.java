package dev.orrery.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A model that finds out how its server wants to be spoken to. It begins as if the server knew everything; a request that
 * is refused (400, 415, 422) or fails (500, 501) is said once more in the next simpler manner, and only a manner that then
 * works is remembered. So a server that is merely overloaded or broken changes nothing. Thread-safe.
 *
 * <p>A 500 whose text does not name what was left out may have been a coincidence; it is remembered when it has happened
 * twice.
 */
public final class AdaptingModel implements Model {
    private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 415, 422);
    private static final Set<Integer> PERHAPS_ABOUT_THE_REQUEST = Set.of(500, 501);

    private final Line line;
    private final Abilities abilities;
    private final LongSupplier nanos;
    private final Set<Manner> suspected = new HashSet<>();

    /** Makes a model of {@code line}; {@code nanos} is a clock that only moves forward, in nanoseconds. */
    public AdaptingModel(Line line, Abilities abilities, LongSupplier nanos) {
        this.line = line;
        this.abilities = abilities;
        this.nanos = nanos;
    }

    @Override
    public ModelName name() {
        return line.name();
    }

    @Override
    public Completion complete(Prompt prompt, Bounds bounds) {
        long began = nanos.getAsLong();
        Manner known = settled(abilities.known(line.endpoint(), line.name()).orElse(Manner.FULL));
        Manner manner = known;
        Optional<ModelException> first = Optional.empty();
        boolean certain = true;
        while (true) {
            try {
                Completion reply = line.say(Wording.of(prompt, manner), manner, left(bounds, began));
                if (!manner.equals(known)) learn(manner, certain);
                return withTextCalls(reply, prompt.offers());
            } catch (ModelException refused) {
                Optional<Manner> simpler = simpler(manner, prompt, refused);
                if (simpler.isEmpty()) throw first.orElse(refused);
                if (first.isEmpty()) first = Optional.of(refused);
                certain &= certain(refused, manner, simpler.get());
                manner = simpler.get();
            }
        }
    }

    /** Not every wire format has every form. */
    private Manner settled(Manner manner) {
        return new Manner(available(manner.form()), available(manner.formWithTools()), manner.tools(), manner.quirks());
    }

    private Form available(Form form) {
        return line.forms().stream()
                .filter(one -> one.compareTo(form) >= 0)
                .findFirst()
                .orElse(Form.PROMPT);
    }

    private Bounds left(Bounds bounds, long began) {
        long spentMillis = (nanos.getAsLong() - began) / 1_000_000;
        long totalMillis = bounds.totalMillis() - spentMillis;
        if (totalMillis < 1) {
            throw new ModelException(
                    ModelException.Kind.TIMEOUT,
                    "model " + name() + " took longer than " + bounds.totalMillis() + " ms");
        }
        return new Bounds(bounds.replyTokensMax(), bounds.firstTokenMillis(), bounds.idleMillis(), totalMillis);
    }

    private void learn(Manner manner, boolean certain) {
        synchronized (suspected) {
            if (!certain && suspected.add(manner)) return;
            suspected.remove(manner);
        }
        abilities.learn(line.endpoint(), line.name(), manner);
    }

    private Optional<Manner> simpler(Manner manner, Prompt prompt, ModelException refused) {
        OptionalInt status = refused.status();
        boolean worthTrying = status.isPresent()
                && (ABOUT_THE_REQUEST.contains(status.getAsInt())
                        || PERHAPS_ABOUT_THE_REQUEST.contains(status.getAsInt()));
        if (!worthTrying) return Optional.empty();
        return switch (refused.kind()) {
            case TRANSIENT, REFUSED, INVALID -> next(manner, prompt, Said.of(refused));
            case OVERLOADED, TOO_LONG, AUTH, TIMEOUT, STOPPED -> Optional.empty();
        };
    }

    private Optional<Manner> next(Manner manner, Prompt prompt, Said said) {
        for (Quirk quirk : Quirk.values()) {
            if (said.names(quirk) && !manner.quirks().contains(quirk)) return Optional.of(manner.with(quirk));
        }
        boolean tools = !prompt.offers().isEmpty() && manner.tools() == ToolForm.API;
        Form form = manner.formFor(prompt);
        boolean shape = prompt.shape().isPresent() && form != Form.PROMPT;
        if (tools && said.namesTools() && !(shape && said.namesShape())) {
            return Optional.of(manner.withTools(ToolForm.TEXT));
        }
        if (shape) return Optional.of(manner.withFormFor(prompt, after(form)));
        return tools ? Optional.of(manner.withTools(ToolForm.TEXT)) : Optional.empty();
    }

    private Form after(Form form) {
        List<Form> forms = line.forms();
        return forms.get(Math.min(forms.indexOf(form) + 1, forms.size() - 1));
    }

    private static boolean certain(ModelException refused, Manner before, Manner after) {
        if (ABOUT_THE_REQUEST.contains(refused.status().orElse(0))) return true;
        Said said = Said.of(refused);
        return before.tools() == after.tools() ? said.namesShape() : said.namesTools();
    }

    private static Completion withTextCalls(Completion reply, List<Offer> offers) {
        if (offers.isEmpty() || !reply.calls().isEmpty() || reply.text().isBlank()) return reply;
        return switch (reply.stop()) {
            case END, CALLS -> withCalls(reply, TextCalls.read(reply.text(), offers), Stop.CALLS);
            case LENGTH -> withCalls(reply, TextCalls.readCut(reply.text(), offers), Stop.LENGTH);
            case REFUSED -> reply;
        };
    }

    private static Completion withCalls(Completion reply, List<Call> calls, Stop stop) {
        return calls.isEmpty() ? reply : new Completion(reply.text(), calls, stop, reply.usage());
    }
}
