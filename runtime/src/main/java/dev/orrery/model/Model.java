package dev.orrery.model;

/** One configured model at one endpoint. Implementations are thread-safe and keep nothing between two calls. */
public interface Model {
    /** Returns what the user calls it. */
    ModelName name();

    /**
     * Sends {@code prompt} and waits for the whole reply, which is streamed underneath. Blocks; meant for a virtual thread.
     * Interrupting the thread ends the request, up to the server, whose connection is closed.
     *
     * @throws ModelException when there is no reply that can be used; nothing has been tried again, except that a server
     *     that does not know schemas or tools is asked in the next simpler form
     */
    Completion complete(Prompt prompt, Bounds bounds);
}
