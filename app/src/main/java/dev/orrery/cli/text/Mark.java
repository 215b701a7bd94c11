package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Style;
import dev.orrery.kernel.RunStatus;

/** One sign and one style for each way in which a step or run can stand, the same everywhere. */
public enum Mark {
    /** Nothing happens yet. */
    WAITING("○", Style.FAINT),
    /** Under way. */
    RUNNING("●", Style.LIVE),
    /** Its result is being reviewed. */
    REVIEW("◐", Style.LIVE),
    /** Its children do the work. */
    EXPANDED("▾", Style.LIVE),
    /** A human is asked. */
    ASKING("?", Style.NOTICE),
    /** Waits for another plan. */
    STUCK("!", Style.NOTICE),
    /** Done. */
    DONE("✓", Style.GOOD),
    /** Given up or failed. */
    GAP("✗", Style.BAD),
    /** No longer wanted. */
    ABANDONED("–", Style.FAINT);

    private final String sign;
    private final Style style;

    Mark(String sign, Style style) {
        this.sign = sign;
        this.style = style;
    }

    /** Returns the sign, one column wide. */
    public String sign() {
        return sign;
    }

    /** Returns the style. */
    public Style style() {
        return style;
    }

    /** Returns the mark of a step whose status has the stable name {@code status}. */
    public static Mark ofStep(String status) {
        return switch (status) {
            case "running" -> RUNNING;
            case "review" -> REVIEW;
            case "expanded" -> EXPANDED;
            case "stuck" -> STUCK;
            case "done" -> DONE;
            case "gap" -> GAP;
            case "abandoned" -> ABANDONED;
            default -> WAITING;
        };
    }

    /** Returns the mark of a run. */
    public static Mark of(RunStatus status) {
        return switch (status) {
            case RUNNING -> RUNNING;
            case PAUSED, WAITING -> ASKING;
            case DONE -> DONE;
            case GAPS -> STUCK;
            case FAILED -> GAP;
            case CANCELLED -> ABANDONED;
        };
    }
}
