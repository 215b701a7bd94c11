package dev.orrery.agent.screen;

import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks through one result, and keeps what was found. Belongs to one call. */
final class ResultWalk {
    /** Deeper values are not looked at. */
    private static final int DEPTH_MAX = 40;

    /** More text than this, in characters, is not looked at in one result. */
    private static final long TEXT_MAX = 2_000_000;

    private final InjectionScreen screen;
    private final Map<String, Flag> flags = new LinkedHashMap<>();
    private long looked;

    ResultWalk(InjectionScreen screen) {
        this.screen = screen;
    }

    List<Flag> flags(Json result) {
        walk(result, "", "", 0);
        return List.copyOf(flags.values());
    }

    private void walk(Json value, String source, String place, int depth) {
        if (depth > DEPTH_MAX || full()) return;
        switch (value) {
            case Json.Str text -> look(text.text(), source.isEmpty() ? place : source);
            case Json.Arr items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    walk(items.items().get(i), source, place + "/" + i, depth + 1);
                }
                spread(items.items());
            }
            case Json.Obj object -> {
                String own = own(object, source);
                object.members().forEach((name, member) -> walk(member, own, place + "/" + name, depth + 1));
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /** Reads neighbouring passages of one document as one text. */
    private void spread(List<Json> passages) {
        for (int i = 0; i + 1 < passages.size() && !full(); i++) {
            String path = passages.get(i).text("path");
            if (path.isEmpty() || passages.get(i).text("text").isEmpty()) continue;
            var text = new StringBuilder(passages.get(i).text("text"));
            boolean known = flags.containsKey(own(passages.get(i), path));
            for (int k = i + 1;
                    k < passages.size()
                            && k < i + 3
                            && passages.get(k).text("path").equals(path);
                    k++) {
                known |= flags.containsKey(own(passages.get(k), path));
                text.append('\n').append(passages.get(k).text("text"));
            }
            if (!known) look(text.toString(), own(passages.get(i), path));
        }
    }

    private static String own(Json object, String otherwise) {
        for (String name : List.of("at", "url", "path")) {
            if (!object.text(name).isEmpty()) return object.text(name);
        }
        return otherwise;
    }

    private void look(String text, String source) {
        looked += text.length();
        if (full() || flags.containsKey(source)) return;
        screen.look(text).ifPresent(excerpt -> flags.put(source, new Flag(source, excerpt)));
    }

    private boolean full() {
        return flags.size() >= InjectionScreen.FLAGS_MAX || looked > TEXT_MAX;
    }
}
