package dev.orrery.testing;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;

/** Writes streamed replies by hand, in one provider's format, and reads what was asked for. */
public enum WireFormat {
    /** OpenAI's chat completions. */
    OPENAI {
        @Override
        public String begin() {
            return "";
        }

        @Override
        public String delta(String text) {
            return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":" + quoted(text) + "}}]}\n\n";
        }

        @Override
        public String end() {
            return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
        }

        @Override
        public String usage(String input, String output) {
            return "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":" + input + ",\"completion_tokens\":" + output
                    + "}}\n\ndata: [DONE]\n\n";
        }

        @Override
        public String call(String tool, String arguments) {
            return "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\","
                    + "\"function\":{\"name\":" + quoted(tool) + ",\"arguments\":" + quoted(arguments) + "}}]}}]}\n\n"
                    + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n";
        }

        @Override
        public boolean asksForSchema(Json request) {
            return request.at("response_format")
                    .filter(format -> format.text("type").equals("json_schema"))
                    .isPresent();
        }
    },
    /** Anthropic's messages. */
    ANTHROPIC {
        @Override
        public String begin() {
            return event("message_start", "{\"message\":{\"role\":\"assistant\",\"content\":[]}}")
                    + event("content_block_start", "{\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        }

        @Override
        public String delta(String text) {
            return event(
                    "content_block_delta",
                    "{\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(text) + "}}");
        }

        @Override
        public String end() {
            return event("content_block_stop", "{\"index\":0}")
                    + event("message_delta", "{\"delta\":{\"stop_reason\":\"end_turn\"}}");
        }

        @Override
        public String usage(String input, String output) {
            return event(
                            "message_delta",
                            "{\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"input_tokens\":" + input
                                    + ",\"output_tokens\":" + output + "}}")
                    + event("message_stop", "{}");
        }

        @Override
        public String call(String tool, String arguments) {
            return event("message_start", "{\"message\":{\"role\":\"assistant\",\"content\":[]}}")
                    + event(
                            "content_block_start",
                            "{\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":"
                                    + quoted(tool) + ",\"input\":{}}}")
                    + event(
                            "content_block_delta",
                            "{\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                                    + quoted(arguments) + "}}")
                    + event("content_block_stop", "{\"index\":0}")
                    + event("message_delta", "{\"delta\":{\"stop_reason\":\"tool_use\"}}")
                    + event("message_stop", "{}");
        }

        @Override
        public boolean asksForSchema(Json request) {
            return request.at("output_config").flatMap(c -> c.at("format")).isPresent();
        }
    };

    /** Returns what comes before the first words. */
    public abstract String begin();

    /** Returns the event of some words. */
    public abstract String delta(String text);

    /** Returns what comes after the last words. */
    public abstract String end();

    /** Returns the events that say what was used, given as JSON, and close the stream. */
    public abstract String usage(String input, String output);

    /** Returns a whole reply that calls one tool. */
    public abstract String call(String tool, String arguments);

    /** Tells whether a request has the server hold to a schema. */
    public abstract boolean asksForSchema(Json request);

    /** Returns a whole reply. */
    public String reply(String text) {
        return begin() + delta(text) + end() + usage("12", "3");
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: {\"type\":\"" + name + "\"" + (data.equals("{}") ? "" : ",")
                + data.substring(1) + "\n\n";
    }

    private static String quoted(String text) {
        return JsonText.print(Json.of(text));
    }
}
