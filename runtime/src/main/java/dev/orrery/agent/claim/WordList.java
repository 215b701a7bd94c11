package dev.orrery.agent.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists beside this package: {@code #} begins a remark that fills its line. */
final class WordList {
    private WordList() {}

    /** Returns the lines of list {@code name} in order, remarks and empty lines left out. */
    static List<String> lines(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name + ".txt")) {
            if (in == null) throw new IllegalStateException("the class path lacks the list " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the list " + name, e);
        }
    }

    /** Returns the words of list {@code name}. */
    static Set<String> words(String name) {
        return words(lines(name)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the stems of the words of list {@code name}. */
    static Set<String> stems(String name) {
        return words(lines(name)).map(Stem::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(List<String> lines) {
        return lines.stream().flatMap(line -> Arrays.stream(line.split(" +", -1)));
    }
}
