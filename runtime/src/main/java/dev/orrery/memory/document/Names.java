package dev.orrery.memory.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's path says about it. */
public final class Names {
    private static final Pattern VERSION =
            Pattern.compile("(?<![\\p{Alnum}.])[vV]?(\\d{1,5}(?:\\.\\d{1,5}){1,3}(?:\\.x)?)(?![\\p{Alnum}])");
    private static final Pattern VERSION_FOLDER = Pattern.compile(
            "(?i)(?:version[-_])?v?\\d+(?:\\.(?:\\d+|x))*|latest|current|next|stable|snapshot|main|master");
    private static final Pattern GENERIC = Pattern.compile("(?i)_?index|readme|default");

    private Names() {}

    /** Returns the name of the file, without its folders. */
    public static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the ending of the file's name in lower case, without the dot; empty when it has none. */
    static String ending(String path) {
        String file = file(path);
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the file's name as words. */
    static String words(String path) {
        return stem(file(path)).replaceAll("[-_.]+", " ").strip();
    }

    /** Returns the version nearest to the file in its path: {@code docs/2.1/intro.md} has {@code 2.1}. */
    public static Optional<String> version(String path) {
        Matcher m = VERSION.matcher(stem(path));
        String last = null;
        while (m.find()) last = m.group(1);
        return Optional.ofNullable(last);
    }

    /**
     * Returns the name under which copies of a file in several versions' folders count as one: the file's name, for
     * names that say nothing ({@code index}, {@code readme}) with the nearest folder that is no version.
     */
    public static String acrossVersions(String path) {
        String file = file(path);
        if (!GENERIC.matcher(stem(file)).matches()) return file;
        String[] folders = path.split("/", -1);
        for (int i = folders.length - 2; i >= 0; i--) {
            if (!VERSION_FOLDER.matcher(folders[i]).matches()) return folders[i] + "/" + file;
        }
        return file;
    }

    private static String stem(String path) {
        String ending = ending(path);
        boolean known = Format.of(path).isPresent() && !ending.isEmpty();
        return known ? path.substring(0, path.length() - ending.length() - 1) : path;
    }
}
