package dev.orrery.cli.terminal;

/** Which of the program's streams are screens, and how large the screen is. Implementations are thread-safe. */
public interface Terminal {
    /** The size that is taken when the screen does not say. */
    Size UNKNOWN = new Size(80, 24);

    /** Nobody watches: output goes to files and pipes. */
    Terminal NONE = new Terminal() {
        @Override
        public boolean stdout() {
            return false;
        }

        @Override
        public boolean stderr() {
            return false;
        }

        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public Size size() {
            return UNKNOWN;
        }
    };

    /** The columns and rows of a screen, each at least 1. */
    record Size(int columns, int rows) {
        public Size {
            if (columns < 1 || rows < 1) throw new IllegalArgumentException("a screen has room");
        }
    }

    /** Tells whether stdout is a screen. */
    boolean stdout();

    /** Tells whether stderr is a screen that understands cursor movements. */
    boolean stderr();

    /** Tells whether colours are wanted. */
    boolean colour();

    /** Returns the size that the screen has now. */
    Size size();
}
