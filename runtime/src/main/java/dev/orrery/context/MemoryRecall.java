package dev.orrery.context;

import dev.orrery.memory.Entry;
import dev.orrery.memory.Memory;
import dev.orrery.memory.MemoryHits;
import dev.orrery.memory.MemoryQuery;
import dev.orrery.memory.Status;
import dev.orrery.message.Json;
import dev.orrery.message.Value;
import dev.orrery.message.Window.Excluded;
import dev.orrery.message.Window.Item;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recalls from memory what bears on a step: the rules that hold, then what searches for the goal and for each of the step's
 * subjects find, episodes of earlier runs included. Thread-safe.
 */
public final class MemoryRecall implements Recall {
    /** How many found entries and episodes a window shows at most, beside the rules. */
    static final int FOUND_MAX = 8;

    /** How many of them are episodes at most: runs repeat, and what they found is worth more than that they ran. */
    static final int EPISODES_MAX = 4;

    /** How many more are looked at, to be named as left out. */
    static final int LOOKED_AT_MAX = 16;

    private final Memory memory;
    private final InstantSource clock;

    /** Makes a recall from {@code memory}; {@code clock} tells which entries hold. */
    public MemoryRecall(Memory memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public Recalled recall(Query query) {
        MemoryQuery goal = wanted(query, query.goal());
        Map<String, Entry> candidates = new LinkedHashMap<>();
        memory.list(List.of(Status.LIVE)).stream()
                .filter(e -> e.what().kind().equals(RULE) && goal.allows(e))
                .forEach(e -> candidates.put(e.id(), e));
        int rules = candidates.size();
        List<List<Entry>> rankings = Stream.concat(Stream.of(query.goal()), query.about().stream())
                .map(text -> memory.search(wanted(query, text)).hits().stream()
                        .map(MemoryHits.Hit::entry)
                        .toList())
                .toList();
        merged(rankings).forEach(e -> candidates.putIfAbsent(e.id(), e));
        return choose(List.copyOf(candidates.values()), rules, query.tokensMax());
    }

    private MemoryQuery wanted(Query query, String text) {
        return new MemoryQuery(
                text,
                query.namespaces(),
                List.of(),
                Optional.of(query.capability().wire()),
                clock.instant(),
                Optional.of(query.run()),
                LOOKED_AT_MAX);
    }

    /** Takes turns between the rankings, so that what a goal says in other words does not push out its subjects. */
    private static List<Entry> merged(List<List<Entry>> rankings) {
        var merged = new ArrayList<Entry>();
        for (int rank = 0; rank < LOOKED_AT_MAX; rank++) {
            for (List<Entry> ranking : rankings) if (rank < ranking.size()) merged.add(ranking.get(rank));
        }
        return merged;
    }

    private static final String RULE = "rule";
    private static final String EPISODE = "episode";

    private static Recalled choose(List<Entry> candidates, int rules, long tokensMax) {
        var items = new ArrayList<Item>();
        var excluded = new ArrayList<Excluded>();
        long tokens = 0;
        int episodes = 0;
        for (Entry entry : candidates) {
            Item item = item(entry);
            long more = Tokens.of(item.text());
            if (entry.what().kind().equals(EPISODE) && ++episodes > EPISODES_MAX) {
                excluded.add(new Excluded(entry.source(), EPISODES_MAX + " other earlier runs bear more on the goal"));
            } else if (items.size() >= rules + FOUND_MAX) {
                excluded.add(new Excluded(entry.source(), "found, but " + FOUND_MAX + " others bear more on the goal"));
            } else if (tokens + more > tokensMax) {
                excluded.add(new Excluded(entry.source(), "no room: memory may fill " + tokensMax + " tokens"));
            } else {
                tokens += more;
                items.add(item);
            }
        }
        return new Recalled(items, excluded);
    }

    private static Item item(Entry entry) {
        Json.Obj content = Json.object()
                .with("id", entry.id())
                .with("version", entry.version())
                .with("kind", entry.what().kind())
                .with("namespace", entry.what().namespace())
                .with("text", entry.what().text())
                .with("source", entry.what().author())
                .with("data", entry.what().data());
        Json shown = entry.what().rule().<Json>map(r -> content.with("rule", r)).orElse(content);
        return new Item(
                entry.id(), entry.source(), new Value(shown, entry.what().label()));
    }
}
