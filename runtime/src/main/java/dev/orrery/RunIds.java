package dev.orrery;

import java.security.SecureRandom;

/** Makes ids for runs whose user gave none: short enough to type, too many to meet twice. */
final class RunIds {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;
    private static final SecureRandom CHANCE = new SecureRandom();

    private RunIds() {}

    static String fresh() {
        var id = new StringBuilder("r");
        for (int i = 1; i < LENGTH; i++) id.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        return id.toString();
    }
}
