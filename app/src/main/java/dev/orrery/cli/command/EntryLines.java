package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.memory.Entry;
import dev.orrery.memory.Proposal;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads entries of memory from a file, one JSON object per line. All lines are read before the first is used. */
final class EntryLines {
    private EntryLines() {}

    static List<Proposal> read(Path file) {
        var proposals = new ArrayList<Proposal>();
        int number = 0;
        for (String line : TextFile.read(file).lines().toList()) {
            number++;
            if (line.isBlank()) continue;
            Json json = parse(file, number, line);
            if (!json.text("kind").equals(Entry.EPISODE)) proposals.add(proposal(json));
        }
        return proposals;
    }

    private static Json parse(Path file, int number, String line) {
        try {
            Json json = JsonText.parse(line);
            if (!json.text("text").isBlank()) return json;
            throw malformed(file, number, "an entry is an object with a text");
        } catch (IllegalArgumentException e) {
            throw malformed(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static Proposal proposal(Json json) {
        Json.Obj data = json.at("data").orElse(Json.object()) instanceof Json.Obj o ? o : Json.object();
        Proposal proposal = Proposal.user(json.text("kind", "fact"), json.text("namespace", "user"), json.text("text"))
                .withSources(json.textList("sources"))
                .withData(data);
        return json.at("rule").map(proposal::withRule).orElse(proposal);
    }

    private static OrreryException malformed(Path file, int number, String why) {
        return new OrreryException(
                OrreryException.Kind.USAGE, file + ":" + number + ": " + why + "; nothing was added");
    }
}
