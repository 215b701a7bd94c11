package dev.orrery.model;

import java.util.Locale;

/** How a server is told the shape of a reply, from the surest to what every server understands. */
public enum Form {
    /** The server holds the model to the schema. */
    SCHEMA,
    /** The server knows only "a JSON object", and takes a schema beside it. */
    OBJECT_WITH_SCHEMA,
    /** The server holds the model to some JSON object; the schema stands in the last message. */
    OBJECT,
    /** The schema stands in the last message and nothing holds the model to it. */
    PROMPT;

    /** Returns the stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether the schema has to stand in the last message. */
    public boolean described() {
        return this != SCHEMA;
    }
}
