package dev.orrery.agent.extractive.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers the places that a report cites, in the order in which it cites them first. */
final class Citations {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** Returns the citation of {@code places}, such as {@code [1][2]}. */
    String of(List<String> places) {
        return places.stream()
                .map(place -> "[" + numbers.computeIfAbsent(place, p -> numbers.size() + 1) + "]")
                .collect(Collectors.joining());
    }

    /** Returns the places with their numbers, in order. */
    Map<String, Integer> all() {
        return numbers;
    }
}
