package dev.orrery.cli.session;

import java.util.regex.Pattern;

/** Writes words so that a POSIX shell reads them back as they are. */
final class Words {
    private static final Pattern HARMLESS = Pattern.compile("[\\w@%+=:,./-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Words() {}

    /** Returns {@code word} as it is when it needs no quotes, else in single quotes. */
    static String quote(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
