package dev.orrery;

import dev.orrery.engine.Offices;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Puts reports where users want them, and hands proposals on to memory. */
final class Reports implements Offices {
    /** The report's file name in the output folder. */
    static final String FILE = "report.md";

    private final Proposals proposals;

    Reports(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public List<String> deliver(String run, String out, Json output) {
        Path folder = Path.of(out);
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve("." + FILE + "." + run);
            Files.writeString(draft, Views.text(output) + "\n");
            move(draft, file);
            return List.of(file.toString());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).contains("No space left") ? "disk full" : e.toString();
            throw new OrreryException(
                    OrreryException.Kind.FAILED,
                    "the report could not be written to " + file + " (" + why + "); the run stays open: make room and "
                            + "say `orrery resume " + run + "`",
                    e);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public List<String> propose(String run, String step, Json output, Label label) {
        return proposals.take(run, step, output, label);
    }
}
