package dev.orrery.agent;

import java.util.Optional;

/**
 * The two parts of a definition file.
 *
 * @param yaml what stands between the two lines {@code ---}; its first line is the file's second
 * @param body all that follows, without the white space around it
 */
record FrontMatter(String yaml, String body) {
    /** The line of the file at which the YAML begins. */
    static final int FIRST_LINE = 2;

    private static final String FENCE = "---";

    /** Splits {@code text}; what is missing is reported. */
    static Optional<FrontMatter> of(String text, Findings findings) {
        String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
        if (!lines[0].stripTrailing().equals(FENCE)) {
            findings.problem(1, "the front matter is missing; a definition begins with a line --- and the key name");
            return Optional.empty();
        }
        var yaml = new StringBuilder();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].stripTrailing().equals(FENCE)) {
                String body = String.join("\n", java.util.Arrays.asList(lines).subList(i + 1, lines.length));
                return Optional.of(new FrontMatter(yaml.toString(), body.strip()));
            }
            yaml.append(lines[i]).append('\n');
        }
        findings.problem(1, "the front matter does not end; close it with a line ---");
        return Optional.empty();
    }
}
