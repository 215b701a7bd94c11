package dev.orrery.agent.extractive.selection;

import java.util.ArrayList;
import java.util.List;

/** Knows which documents are about an old version of something: there is another about a newer one. */
final class Versions {
    private final String newest;

    private Versions(String newest) {
        this.newest = newest;
    }

    static Versions of(List<Passage> passages) {
        String newest = "";
        for (Passage passage : passages) {
            String version = passage.version();
            if (!version.isEmpty() && (newest.isEmpty() || compare(version, newest) > 0)) newest = version;
        }
        return new Versions(newest);
    }

    boolean isOld(Passage passage) {
        return !passage.version().isEmpty() && compare(passage.version(), newest) < 0;
    }

    /** Compares two versions number by number; what is no number counts as 0. */
    static int compare(String one, String other) {
        List<Integer> a = numbers(one);
        List<Integer> b = numbers(other);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int difference = Integer.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
            if (difference != 0) return difference;
        }
        return 0;
    }

    private static List<Integer> numbers(String version) {
        var numbers = new ArrayList<Integer>();
        for (String part : version.split("\\.", -1)) {
            String digits = part.replaceAll("\\D", "");
            numbers.add(digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits));
        }
        return numbers;
    }
}
