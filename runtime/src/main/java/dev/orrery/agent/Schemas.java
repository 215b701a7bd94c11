package dev.orrery.agent;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schemas (2020-12) of what each capability is given and what it returns. They hold for every definition that
 * brings none of its own. {@code code} and {@code tool} have none: what they are given and return, a plan says.
 * Immutable; read once, with the first use.
 */
public final class Schemas {
    private static final List<Capability> WITH_SCHEMA =
            List.of(Capability.PLAN, Capability.RESEARCH, Capability.WRITE, Capability.QA, Capability.MEMORY);

    private Schemas() {}

    /** Returns the schema of what each capability returns. */
    public static Map<Capability, Json> outputs() {
        return Outputs.ALL;
    }

    /**
     * Returns the schema of what each capability is given: its {@code properties} are the inputs by name. A step may be
     * given other inputs, too; this is what the built-in agents understand.
     */
    public static Map<Capability, Json> inputs() {
        return Inputs.ALL;
    }

    private static final class Outputs {
        static final Map<Capability, Json> ALL = read("output");
    }

    private static final class Inputs {
        static final Map<Capability, Json> ALL = read("input");
    }

    private static Map<Capability, Json> read(String side) {
        var all = new EnumMap<Capability, Json>(Capability.class);
        for (Capability capability : WITH_SCHEMA) {
            all.put(capability, resource("schemas/" + capability.wire() + "." + side + ".json"));
        }
        return Collections.unmodifiableMap(all);
    }

    private static Json resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            if (in == null) throw new AssertionError(name + " is missing from the jar");
            return JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read from the jar", broken);
        }
    }
}
