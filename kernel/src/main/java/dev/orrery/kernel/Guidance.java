package dev.orrery.kernel;

import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What humans said to the run as a whole.
 *
 * @param pause since when nothing new is begun; empty while the run goes on
 * @param notes what agents are told from then on, in order
 */
public record Guidance(Optional<Pause> pause, PVector<Note> notes) {
    /** How many notes a run takes. */
    public static final int NOTES_MAX = 100;

    /** The most characters of a note. */
    public static final int NOTE_LENGTH_MAX = 4_000;

    static final Guidance NONE = new Guidance(Optional.empty(), TreePVector.empty());

    /**
     * A pause.
     *
     * @param why what the human said
     * @param effects how many effects had been requested; those after them are held back
     */
    public record Pause(String why, long effects) {
        /** Tells whether {@code effect} is held back: it was requested after the pause had begun. */
        boolean holds(Effect effect) {
            return Long.parseLong(effect.id(), 1, effect.id().length(), 10) > effects;
        }
    }

    /**
     * A note to all agents.
     *
     * @param number counts from 1
     */
    public record Note(int number, String text) {}

    Guidance pausing(Optional<Pause> now) {
        return new Guidance(now, notes);
    }

    Guidance noting(String text) {
        return new Guidance(pause, notes.plus(new Note(notes.size() + 1, text)));
    }
}
