package dev.orrery.model;

import dev.orrery.message.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How one server is spoken to about one model.
 *
 * @param form how it is told a shape when no tools are offered in its wire format
 * @param formWithTools the same when there are; some servers know either but not both at once
 * @param tools how it is told of tools
 * @param quirks what else differs
 */
public record Manner(Form form, Form formWithTools, ToolForm tools, Set<Quirk> quirks) {
    /** The manner of a server that knows everything: where each begins. */
    public static final Manner FULL = new Manner(Form.SCHEMA, Form.SCHEMA, ToolForm.API, Set.of());

    public Manner {
        quirks = Set.copyOf(quirks);
    }

    /** Returns how this prompt's shape is told. */
    public Form formFor(Prompt prompt) {
        if (prompt.offers().isEmpty()) return form;
        return switch (tools) {
            case API -> formWithTools;
            case TEXT -> Form.PROMPT;
        };
    }

    /** Returns this manner with another form for this kind of prompt. */
    public Manner withFormFor(Prompt prompt, Form other) {
        return prompt.offers().isEmpty()
                ? new Manner(other, formWithTools, tools, quirks)
                : new Manner(form, other, tools, quirks);
    }

    /** Returns this manner with tools told in another way. */
    public Manner withTools(ToolForm other) {
        return new Manner(form, formWithTools, other, quirks);
    }

    /** Returns this manner with one quirk more. */
    public Manner with(Quirk quirk) {
        var more = EnumSet.of(quirk);
        more.addAll(quirks);
        return new Manner(form, formWithTools, tools, more);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object()
                .with("form", form.wire())
                .with("formWithTools", formWithTools.wire())
                .with("tools", tools.wire())
                .with(
                        "quirks",
                        Json.texts(quirks.stream().map(Quirk::wire).sorted().toList()));
    }

    /** Reads what {@link #toJson} wrote; empty when it is something else. */
    public static Optional<Manner> of(Json json) {
        Optional<Form> form = find(Form.values(), Form::wire, json.text("form"));
        Optional<Form> formWithTools = find(Form.values(), Form::wire, json.text("formWithTools"));
        Optional<ToolForm> tools = find(ToolForm.values(), ToolForm::wire, json.text("tools"));
        if (form.isEmpty() || formWithTools.isEmpty() || tools.isEmpty()) return Optional.empty();
        var quirks = EnumSet.noneOf(Quirk.class);
        json.textList("quirks")
                .forEach(name -> find(Quirk.values(), Quirk::wire, name).ifPresent(quirks::add));
        return Optional.of(new Manner(form.get(), formWithTools.get(), tools.get(), quirks));
    }

    private static <T> Optional<T> find(T[] all, Function<T, String> name, String wanted) {
        return List.of(all).stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst();
    }
}
