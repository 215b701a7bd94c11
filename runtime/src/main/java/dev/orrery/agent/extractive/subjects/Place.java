package dev.orrery.agent.extractive.subjects;

import java.util.List;

/**
 * A folder or file of the knowledge that may be about one subject.
 *
 * @param path the folder or file, relative to the knowledge
 * @param name how the path calls it: the last segment, without a file's ending
 * @param titles what its own front pages call it
 * @param files how many files it holds
 * @param folder whether it is a folder
 */
public record Place(String path, String name, List<String> titles, int files, boolean folder) {
    public Place {
        titles = List.copyOf(titles);
    }

    /** Returns how many folders deep it lies; 0 at the top. */
    int depth() {
        return (int) path.chars().filter(c -> c == '/').count();
    }

    /** Tells whether {@code file} lies in it or is it. */
    public boolean holds(String file) {
        return file.equals(path) || file.startsWith(path + "/");
    }
}
