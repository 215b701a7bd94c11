package dev.orrery.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the world outside of a home was told by processes that worked in it. Not thread-safe. */
final class Outside {
    private final Map<String, TreeMap<Long, String>> events = new HashMap<>();
    private final Map<String, Long> commits = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Map<String, Integer> sites = new TreeMap<>();
    private final List<String> over = new ArrayList<>();
    private long lastCommit;

    /** Takes in one line of {@link Said}. */
    void hear(String line) {
        String[] words = line.split(" ", 5);
        switch (words[0]) {
            case "event" -> {
                events.computeIfAbsent(words[1], _ -> new TreeMap<>()).put(Long.parseLong(words[2]), words[4]);
                long commit = Long.parseLong(words[3]);
                lastCommit = Math.max(lastCommit, commit);
                Long other = commits.putIfAbsent(words[1] + " event " + words[2], commit);
                if (other != null && other != commit) {
                    faults.add(line + " was acknowledged before, as part of commit " + other);
                }
            }
            case "call" -> calls.merge(words[2] + " " + words[3], 1, Integer::sum);
            case "site" -> sites.put(line.split(" ", 3)[2], Integer.parseInt(words[1]));
            case "over" -> over.add(words[1] + " " + words[2]);
            case "at" -> {}
            default -> throw new IllegalArgumentException("a process said: " + line);
        }
    }

    /** Returns the types of a stream's events that were acknowledged, by number. */
    Map<Long, String> acknowledged(String stream) {
        return events.getOrDefault(stream, new TreeMap<>());
    }

    /** Returns what cannot have been said by processes that share one journal. */
    List<String> faults() {
        return faults;
    }

    /** Returns the highest commit that was acknowledged. */
    long lastCommit() {
        return lastCommit;
    }

    /** Returns how often the tool was called under the key; both as one text. */
    int calls(String toolAndKey) {
        return calls.getOrDefault(toolAndKey, 0);
    }

    /** Returns which tool was called under which key, and how often. */
    Map<String, Integer> calls() {
        return calls;
    }

    /** Returns to which sites a process that was not killed came, and how often. */
    Map<String, Integer> sites() {
        return sites;
    }

    /** Returns the runs that came to rest, each with its status, in this order. */
    List<String> over() {
        return over;
    }
}
