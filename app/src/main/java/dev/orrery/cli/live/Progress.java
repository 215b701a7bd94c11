package dev.orrery.cli.live;

import dev.orrery.EventView;

/** Shows how a run gets on. Events come from one thread at a time; closing may come from another. */
public interface Progress extends AutoCloseable {
    /** Shows nothing. */
    Progress UNSEEN = new Progress() {
        @Override
        public void event(EventView event) {}

        @Override
        public void close() {}
    };

    /** Takes in that so many documents out of {@code of} are read. Comes from several threads, before any event. */
    default void reading(int files, int of) {}

    /** Takes in the next event of the run. */
    void event(EventView event);

    /** Shows the last of it and leaves the screen to others. Doing so twice is harmless. */
    @Override
    void close();
}
