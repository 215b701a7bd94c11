package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.ArrayList;
import java.util.List;

/** The list that a sentence such as "Our rivals:" has opened, while its items are read. */
final class OpenList {
    private static final int NO_BLOCK = -1;

    private boolean open;
    private int block = NO_BLOCK;
    private final List<Mention> listed = new ArrayList<>();

    /** Begins a list whose items are members when {@code member}. */
    void begin(boolean member) {
        open = member;
        block = NO_BLOCK;
        listed.clear();
    }

    boolean open() {
        return open;
    }

    /** Ends the list. */
    void end() {
        begin(false);
    }

    /** Tells whether {@code item} belongs to the list and is thereby a member. */
    boolean holds(Passage item) {
        if (block == NO_BLOCK) block = item.block();
        return open && block == item.block();
    }

    void add(Mention mention) {
        listed.add(mention);
    }

    /** Returns the names with which the items read so far begin. */
    List<Mention> listed() {
        return List.copyOf(listed);
    }
}
