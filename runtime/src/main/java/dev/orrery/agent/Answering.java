package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Map;

/** Finds who answers in the name of a definition, and holds the answers to what the definition says. */
final class Answering {
    private final Map<Capability, Agent> natives;
    private final Models models;
    private final Map<String, Agent> own;
    private final SchemaCheck check;

    Answering(Roster.Minds minds, Map<String, Agent> own, SchemaCheck check) {
        this.natives = minds.natives();
        this.models = minds.models();
        this.own = own;
        this.check = check;
    }

    Agent of(AgentCard card) {
        Agent mind = switch (card.mind()) {
            case NATIVE -> window -> asked(card, window).reply(window);
            case MODEL -> models.agent(card);
            case CODE -> own.getOrDefault(card.name(), window -> missing(card));
        };
        return card.input().isEmpty() && card.proposes().isEmpty() ? mind : within(card, mind);
    }

    /** Returns the native agent of the capability that the step asks for. */
    private Agent asked(AgentCard card, Window window) {
        String wire = window.item(Window.Part.BRIEF, "capability")
                .map(Window.Item::text)
                .orElse("");
        Capability capability = Capability.of(wire)
                .filter(card.capabilities()::contains)
                .orElseThrow(() -> new AgentException("agent " + card.name() + " was asked for \"" + wire
                        + "\", which its definition does not name"));
        Agent answering = natives.get(capability);
        if (answering == null) {
            throw new AgentException("no native agent can do " + wire + ", and agent " + card.name()
                    + " has no model; take " + wire + " out of its capabilities");
        }
        return answering;
    }

    private static Turn missing(AgentCard card) {
        throw new AgentException("agent " + card.name()
                + " is a class of the program that began this run; go on with the run in that program");
    }

    private Agent within(AgentCard card, Agent mind) {
        return new Agent() {
            @Override
            public Turn reply(Window window) {
                checkBefore(card, window);
                Turn turn = mind.reply(window);
                checkAfter(card, turn);
                return turn;
            }

            @Override
            public Answer answer(Window window, Room room) {
                checkBefore(card, window);
                Answer answer = mind.answer(window, room);
                checkAfter(card, answer.turn());
                return answer;
            }
        };
    }

    private void checkBefore(AgentCard card, Window window) {
        card.input().ifPresent(schema -> checkInputs(card, schema, window));
    }

    private static void checkAfter(AgentCard card, Turn turn) {
        if (turn instanceof Turn.Final done && !card.proposes().isEmpty()) checkProposals(card, done.output());
    }

    private void checkInputs(AgentCard card, Json schema, Window window) {
        Json.Obj inputs = Json.object();
        for (Window.Item item : window.items(Window.Part.INPUTS)) {
            inputs = inputs.with(item.name(), item.value().content());
        }
        List<String> errors = check.errors(schema, inputs);
        if (!errors.isEmpty()) {
            throw new AgentException("the inputs do not fit the input schema of agent " + card.name() + ": "
                    + String.join("; ", errors));
        }
    }

    private static void checkProposals(AgentCard card, Json output) {
        for (Json proposal : output.list("proposals")) {
            String namespace = proposal.text("namespace");
            if (card.proposes().stream().noneMatch(scope -> covers(scope, namespace))) {
                throw new AgentException("agent " + card.name() + " may not propose to \"" + namespace
                        + "\"; its definition names " + String.join(", ", card.proposes()));
            }
        }
    }

    /** Tells whether {@code namespace} is {@code scope} or lies below it. */
    private static boolean covers(String scope, String namespace) {
        return scope.equals("*") || namespace.equals(scope) || namespace.startsWith(scope + "/");
    }
}
