package dev.orrery.model;

import java.net.URI;
import java.util.List;

/**
 * The line to one model at one endpoint: says a prompt in the given manner, once. {@link AdaptingModel} makes a {@link Model}
 * of it that finds the manner out. Thread-safe.
 */
public interface Line {
    /** Returns what the user calls the model. */
    ModelName name();

    /** Returns the endpoint. */
    URI endpoint();

    /** Returns the forms of a shape that this wire format has, from the surest to {@link Form#PROMPT}. */
    List<Form> forms();

    /**
     * Sends {@code prompt}, of which nothing remains to be described in words: a shape is there only where {@code manner}
     * has the server hold to it, offers only where they go into the request.
     *
     * @throws ModelException as in {@link Model#complete}, with the status of the answer where there was one
     */
    Completion say(Prompt prompt, Manner manner, Bounds bounds);
}
