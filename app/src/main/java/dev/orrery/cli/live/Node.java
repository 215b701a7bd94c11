package dev.orrery.cli.live;

import dev.orrery.cli.text.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step in the picture: how it stands, who works on it, and what that one does right now. */
final class Node {
    final String id;
    final List<Node> children = new ArrayList<>();
    Mark mark = Mark.WAITING;
    String agent = "";
    int attempt;
    long tokens;
    String doing = "";
    String note = "";

    @Nullable
    Instant since;

    @Nullable
    Instant until;

    Node(String id) {
        this.id = id;
    }

    void begin(int number, String who, Instant at) {
        mark = Mark.RUNNING;
        attempt = number;
        agent = who;
        doing = "";
        if (since == null) since = at;
        until = null;
    }

    void stop(Mark how, Instant at) {
        mark = how;
        doing = "";
        until = at;
    }

    boolean finished() {
        return mark == Mark.DONE || mark == Mark.GAP || mark == Mark.ABANDONED;
    }
}
