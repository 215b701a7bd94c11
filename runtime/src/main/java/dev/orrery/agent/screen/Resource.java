package dev.orrery.agent.screen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists beside this package: {@code #} begins a remark that fills its line. */
final class Resource {
    private Resource() {}

    /** Returns the lines of list {@code name} in order, remarks and empty lines left out. */
    static List<String> lines(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name + ".txt")) {
            if (in == null) throw new IllegalStateException("the class path lacks the list " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the list " + name, e);
        }
    }

    /** Returns the words of list {@code name}. */
    static Set<String> words(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split(" +", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
