package dev.orrery.examples;

import dev.orrery.Config;
import dev.orrery.Orrery;
import dev.orrery.RunOutcome;
import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A comparison with an agent and a tool of one's own: research that quotes no page that was withdrawn. */
public final class OwnAgent {
    private OwnAgent() {}

    /** Prints the report on the folder in the first argument, or on {@code examples/competitors}. */
    public static void main(String[] args) {
        var knowledge = Path.of(args.length > 0 ? args[0] : "examples/competitors");
        System.out.println(run(Path.of(".orrery"), knowledge).report());
    }

    static RunOutcome run(Path home, Path knowledge) {
        var card = AgentCard.of("current-research", Capability.RESEARCH)
                .withTools("knowledge.search", "pages.withdrawn")
                .withRole("Find what the files state on each topic. Quote no page that was withdrawn.");
        var config = Config.at(home)
                .withTool(new WithdrawnPages(List.of("tarnwick/concepts/memory.adoc")))
                .withAgent(card, OwnAgent::reply);
        try (var orrery = Orrery.open(config)) {
            return orrery.run("Compare Copper Finch and Tarnwick on memory", knowledge);
        }
    }

    /** Calls the tools in the first turn, and quotes what they found in the second. */
    static Turn reply(Window window) {
        if (window.exchanges().isEmpty()) {
            var calls = new ArrayList<ToolCall>();
            calls.add(new ToolCall("pages.withdrawn", Json.object()));
            for (Json topic : window.input("topics").orElseThrow().items()) {
                calls.add(new ToolCall("knowledge.search", Json.object().with("query", topic.text("name"))));
            }
            return new Turn.ToolCalls(calls);
        }
        var withdrawn = window.called("pages.withdrawn").getFirst().result().items();
        var topics = window.called("knowledge.search").stream().map(search -> topic(search, withdrawn));
        return new Turn.Final(Json.object().with("topics", Json.of(topics.toList())));
    }

    private static Json topic(Exchange.Called search, List<Json> withdrawn) {
        String topic = search.call().arguments().text("query");
        var statements = search.result().list("hits").stream()
                .filter(hit -> hit.text("kind").equals("sentence"))
                .filter(hit -> hit.text("text").contains(topic))
                .filter(hit -> !withdrawn.contains(Json.of(hit.text("path"))))
                .map(hit -> Json.object().with("text", hit.text("text")).with("cites", Json.of(List.of(hit))));
        return Json.object()
                .with("topic", topic)
                .with("statements", Json.of(statements.toList()))
                .with("searched", Json.texts(List.of(topic)));
    }
}
