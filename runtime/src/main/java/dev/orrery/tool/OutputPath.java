package dev.orrery.tool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The names that a run may write under: plain relative paths that mean the same on every machine. */
final class OutputPath {
    private static final int CHARACTERS_MAX = 1_000;
    private static final int FOLDERS_MAX = 16;

    /** What file systems take; ext4, APFS and NTFS agree on about this. */
    private static final int NAME_BYTES_MAX = 255;

    private OutputPath() {}

    /** Returns the names along {@code path}. */
    static List<String> names(String path) {
        return List.of(path.split("/", -1));
    }

    /** Returns what is wrong with {@code path}; nothing when it may be written to. */
    static Optional<String> fault(String path) {
        if (path.isEmpty()) return Optional.of("the path is empty");
        if (path.length() > CHARACTERS_MAX) return Optional.of("the path is longer than " + CHARACTERS_MAX);
        if (path.startsWith("/")) return Optional.of("the path is absolute; write one below the output folder");
        if (path.codePoints().anyMatch(OutputPath::unprintable)) {
            return Optional.of("the path holds a control character");
        }
        if (path.contains("\\") || path.contains(":")) {
            return Optional.of("the path holds \\ or :, which mean something else elsewhere");
        }
        List<String> names = names(path);
        if (names.size() > FOLDERS_MAX) return Optional.of("the path has more than " + FOLDERS_MAX + " parts");
        return names.stream().flatMap(name -> nameFault(name).stream()).findFirst();
    }

    private static Optional<String> nameFault(String name) {
        if (name.isBlank()) return Optional.of("the path has a part without a name");
        // Names with a dot in front are what other programs act upon: .git, .env, .bashrc.
        if (name.startsWith(".")) return Optional.of("a name in the path begins with a dot");
        if (name.endsWith(".") || !name.strip().equals(name)) {
            return Optional.of("a name in the path begins with a space, or ends with a space or a dot");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
            return Optional.of("a name in the path is longer than " + NAME_BYTES_MAX + " bytes");
        }
        return Optional.empty();
    }

    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
