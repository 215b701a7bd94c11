package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCallsTest {
    private static final List<Offer> OFFERS = List.of(
            new Offer("knowledge.search", "Finds passages.", Json.object()),
            new Offer("files.write", "Writes a file.", Json.object()));

    @Test
    void callsAreFoundHoweverAModelWritesThem() {
        String search = "knowledge.search {\"query\":\"x\"}";
        check("```json\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}\n```", search);
        check("```\n{\"name\": \"knowledge_search\", \"arguments\": {\"query\": \"x\"}}\n```", search);
        check("I will look.\n\n{'name': 'knowledge.search', 'arguments': {'query': 'x',},}\n\nDone.", search);
        check("```json\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"", search);
        check("<tool_call>\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}\n</tool_call>", search);
        check("{\"tool\": \"knowledge.search\", \"args\": {\"query\": \"x\"}}", search);
        check("{name: knowledge.search, parameters: {query: \"x\"}}", search);
        check(
                "{\"type\":\"function\",\"function\":{\"name\":\"knowledge.search\",\"arguments\":\"{\\\"query\\\":\\\"x\\\"}\"}}",
                search);
        check("{\"tool_calls\": [{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}]}", search);
        check("[{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}]", search);
        check(
                "```json\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}\n```\nthen\n"
                        + "```json\n{\"name\": \"files.write\", \"arguments\": {}}\n```",
                search,
                "files.write {}");
        check("```json\n{\"name\": \"knowledge.search\"}\n```", "knowledge.search {}");
    }

    @Test
    void aToolThatDoesNotExistIsACallOnlyWhereOneWasMeant() {
        check("```json\n{\"name\": \"web.search\", \"arguments\": {\"q\": \"x\"}}\n```", "web.search {\"q\":\"x\"}");
        check("{\"name\": \"Acme\", \"arguments\": {\"for\": \"it\"}}");
    }

    @Test
    void whatIsNoCallIsNone() {
        check("It is MIT [1]. See {the notes} and [2].");
        check("```json\n{\"name\": \"Acme\", \"licence\": \"MIT\"}\n```");
        check("");
    }

    @Test
    void aCutReplyGivesOnlyCallsThatAreClosed() {
        String half = "{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}\n"
                + "{\"name\": \"files.write\", \"arguments\": {\"text\": \"half of";

        assertThat(TextCalls.readCut(half, OFFERS)).extracting(Call::tool).containsExactly("knowledge.search");
        assertThat(TextCalls.read(half, OFFERS))
                .extracting(Call::tool)
                .containsExactly("knowledge.search", "files.write");
    }

    private static void check(String text, String... calls) {
        assertThat(TextCalls.read(text, OFFERS))
                .as(text)
                .extracting(call -> call.tool() + " " + call.arguments())
                .containsExactly(calls);
    }
}
