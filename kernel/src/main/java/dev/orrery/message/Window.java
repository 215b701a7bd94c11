package dev.orrery.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that an agent sees in one turn, and nothing else: a value that is stored, can be shown, and can be compared with
 * another. Agents, native ones included, are functions of it.
 *
 * @param run the run
 * @param step the step within the run
 * @param attempt counts from 1 within the step
 * @param turn counts from 1 within the attempt
 * @param agent the agent that is asked
 * @param sections what it is shown, in the order in which it is shown
 * @param excluded what could have been shown and was not, with the reason
 */
public record Window(
        String run, String step, int attempt, int turn, String agent, List<Section> sections, List<Excluded> excluded) {

    /** The parts of a window, in their order. The stable ones come first, so that a model's prefix cache holds. */
    public enum Part {
        /** The agent's scoped instructions and constraints. */
        ROLE("role"),
        /** The tools it may call in this step: one item each, content {@code {name, description, arguments}}. */
        TOOLS("tools"),
        /** The JSON Schema that its output must fit: one item. */
        OUTPUT("output"),
        /** The step's instructions (item {@code instructions}) and rubric (item {@code rubric}, an array). */
        BRIEF("brief"),
        /** The declared inputs of the step: one item each, under the name that the plan gives it. */
        INPUTS("inputs"),
        /** Entries and episodes from memory: content {@code {id, version, kind, namespace, text, …}}. */
        MEMORY("memory"),
        /** What a human told the run's agents while it ran: texts. */
        STEERING("steering"),
        /** Why earlier attempts failed: texts. */
        NOTES("notes"),
        /** What happened earlier in this attempt, in order; see {@link Exchange}. */
        EXCHANGES("exchanges");

        private final String wire;

        Part(String wire) {
            this.wire = wire;
        }

        /** Returns the stable name of this part, as in {@code orrery context --json}. */
        public String wire() {
            return wire;
        }
    }

    /** One part of a window. */
    public record Section(Part part, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One piece of a section.
     *
     * @param name what the piece is called within its section
     * @param source where it comes from: {@code goal}, {@code agent:NAME}, {@code plan}, {@code step:ID},
     *     {@code memory:ID@VERSION}, {@code tool:NAME}, {@code human}
     * @param value the content with its label
     */
    public record Item(String name, String source, Value value) {
        /** Returns the content as text: a string as it is, anything else as JSON. */
        public String text() {
            return value.content() instanceof Json.Str s ? s.text() : JsonText.print(value.content());
        }
    }

    /** Something that was left out. */
    public record Excluded(String what, String reason) {}

    public Window {
        sections = List.copyOf(sections);
        excluded = List.copyOf(excluded);
    }

    /** Returns the items of {@code part}; empty when the window has no such section. */
    public List<Item> items(Part part) {
        return sections.stream()
                .filter(s -> s.part() == part)
                .flatMap(s -> s.items().stream())
                .toList();
    }

    /** Returns the item called {@code name} in {@code part}. */
    public Optional<Item> item(Part part, String name) {
        return items(part).stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /** Returns the content of the declared input {@code name}. */
    public Optional<Json> input(String name) {
        return item(Part.INPUTS, name).map(i -> i.value().content());
    }

    /** Returns the step's instructions. */
    public String instructions() {
        return item(Part.BRIEF, "instructions").map(Item::text).orElse("");
    }

    /** Returns the criteria that the step's output will be judged by. */
    public List<String> rubric() {
        return item(Part.BRIEF, "rubric")
                .map(i -> i.value().content().items().stream()
                        .flatMap(v -> v.asText().stream())
                        .toList())
                .orElse(List.of());
    }

    /** Tells whether the agent may call the tool {@code name} in this turn. */
    public boolean mayCall(String name) {
        return item(Part.TOOLS, name).isPresent();
    }

    /** Returns what happened earlier in this attempt, in order. */
    public List<Exchange> exchanges() {
        return items(Part.EXCHANGES).stream()
                .map(i -> Exchange.of(i.value().content()))
                .toList();
    }

    /** Returns the calls of {@code tool} that gave a result earlier in this attempt, in order. */
    public List<Exchange.Called> called(String tool) {
        return exchanges().stream()
                .flatMap(e ->
                        e instanceof Exchange.Called c && c.call().tool().equals(tool) ? Stream.of(c) : Stream.of())
                .toList();
    }

    /** Returns why earlier attempts failed and what a human noted. */
    public List<String> notes() {
        return items(Part.NOTES).stream().map(Item::text).toList();
    }

    /** Returns the label of what is derived from this window: that of all that the agent was shown. */
    public Label label() {
        return Label.join(sections.stream()
                .flatMap(s -> s.items().stream())
                .map(i -> i.value().label())
                .toList());
    }
}
