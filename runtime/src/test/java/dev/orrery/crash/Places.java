package dev.orrery.crash;

import dev.orrery.crash.Failpoints.Phase;
import dev.orrery.crash.Failpoints.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All places at which a process can be held, and how often one was killed there. Thread-safe. */
final class Places {
    /** Nobody comes here. */
    static final Place NOWHERE = new Place(Phase.BEFORE, "nowhere", 1);

    /** What is run only while a home is made. */
    private static final Set<String> MAKING = Set.of(
            "CREATE",
            "INSERT INTO meta",
            "INSERT INTO streams",
            "INSERT OR REPLACE INTO projections",
            "PRAGMA application_id =",
            "PRAGMA user_version",
            "SELECT r.number");

    /** A later process of the same home comes to a site less often than the first. */
    private static final int TIMES_MAX = 12;

    private final Map<String, Integer> sites;
    private final Map<String, Integer> tried = new HashMap<>();
    private final Map<String, Integer> killed = new TreeMap<>();

    /** Takes the sites that an undisturbed process came to, and how often. */
    Places(Map<String, Integer> sites) {
        this.sites = sites;
        for (String site : sites.keySet()) {
            for (Phase phase : Phase.values()) {
                // Closing runs no statement that could be stopped in the middle.
                if (phase != Phase.DURING || !site.equals("CLOSE")) tried.put(phase + " " + site, 0);
            }
        }
    }

    /** Returns the place that was tried least; in a new home, where every place is come to, rather one that was missed. */
    synchronized Place next(Random random, boolean homeIsNew) {
        var order = Comparator.<String>comparingInt(place -> homeIsNew && killed.containsKey(place) ? 1 : 0)
                .thenComparing(tried::get)
                .thenComparing(place -> place);
        List<String> least = tried.keySet().stream()
                .filter(place ->
                        homeIsNew || MAKING.stream().noneMatch(m -> site(place).startsWith(m)))
                .sorted(order)
                .toList();
        String place = least.get(random.nextInt(Math.min(10, least.size())));
        tried.merge(place, 1, Integer::sum);
        int times = killed.containsKey(place) ? sites.getOrDefault(site(place), 1) : 1;
        var phase = Phase.valueOf(place.substring(0, place.indexOf(' ')));
        return new Place(phase, site(place), 1 + random.nextInt(Math.min(times, TIMES_MAX)));
    }

    private static String site(String place) {
        return place.substring(place.indexOf(' ') + 1);
    }

    /** Remembers that a process was killed at {@code place}. */
    synchronized void killedAt(Place place) {
        killed.merge(place.toString(), 1, Integer::sum);
    }

    /** Returns the places at which nobody was killed. */
    synchronized Set<String> missed() {
        var missed = new TreeSet<>(tried.keySet());
        missed.removeAll(killed.keySet());
        return missed;
    }

    /** Returns the places at which somebody was killed. */
    synchronized Set<String> killed() {
        return Set.copyOf(killed.keySet());
    }
}
