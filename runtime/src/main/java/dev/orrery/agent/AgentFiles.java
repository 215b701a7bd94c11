package dev.orrery.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads agent definitions: Markdown files with YAML front matter, whose body is the agent's scoped instructions. In a
 * folder each {@code *.md} is one, {@code README.md} and hidden files apart; folders below are not read.
 */
public final class AgentFiles {
    /** The most bytes of a definition file. */
    public static final int BYTES_MAX = 256 * 1024;

    /** The most definition files of a folder. */
    public static final int FILES_MAX = 500;

    private final Known known;
    private final List<AgentFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private AgentFiles(Known known) {
        this.known = known;
    }

    /**
     * What definitions are checked against.
     *
     * @param tools the names of all tools; when it is empty, names of tools are not checked
     * @param check says whether a schema is one
     * @param models says whether a model is one
     */
    public record Known(Set<String> tools, SchemaCheck check, Models models) {
        public Known {
            tools = Set.copyOf(tools);
        }

        Set<String> toolNames() {
            return new TreeSet<>(tools);
        }
    }

    /** What became of reading. */
    public sealed interface Reading {
        /**
         * All definitions can be used.
         *
         * @param notes what their authors should know all the same
         */
        record Loaded(List<AgentFile> files, List<Problem> notes) implements Reading {
            public Loaded {
                files = List.copyOf(files);
                notes = List.copyOf(notes);
            }
        }

        /** At least one definition cannot be used; {@code problems} is not empty and names all that was found. */
        record Refused(List<Problem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the folder, or the one file, at {@code path}. Nothing is thrown for what is wrong there. */
    public static Reading read(Path path, Known known) {
        var reader = new AgentFiles(known);
        if (Files.isDirectory(path)) reader.folder(path);
        else reader.file(path);
        return reader.problems.isEmpty()
                ? new Reading.Loaded(reader.files, reader.notes)
                : new Reading.Refused(reader.problems);
    }

    private void folder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(AgentFiles::isDefinition)
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (found.size() > FILES_MAX) {
                problems.add(new Problem(folder.toString(), 1, "holds more than " + FILES_MAX + " definitions"));
            }
            found.stream().limit(FILES_MAX).forEach(this::file);
        } catch (IOException e) {
            problems.add(new Problem(folder.toString(), 1, "cannot be read: " + why(e)));
        }
    }

    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.startsWith(".") && !name.equalsIgnoreCase("README.md");
    }

    private void file(Path file) {
        var findings = new Findings(file.toString());
        text(file, findings)
                .flatMap(text -> AgentFileReader.read(text, known, findings))
                .ifPresent(read -> add(read, findings));
        findings.problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .forEach(problems::add);
        notes.addAll(findings.notes);
    }

    private void add(AgentFileReader.Read read, Findings findings) {
        String name = read.file().card().name();
        String other = places.putIfAbsent(name, findings.file + ":" + read.nameLine());
        if (other == null) files.add(read.file());
        else findings.problem(read.nameLine(), "name: " + name + " is defined at " + other + " already");
    }

    private static Optional<String> text(Path file, Findings findings) {
        if (!Files.exists(file)) {
            findings.problem(1, "there is no such file or folder");
        } else if (!Files.isRegularFile(file)) {
            // Opening a pipe would wait for its other end.
            findings.problem(1, "is not a regular file");
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(BYTES_MAX + 1);
                if (bytes.length <= BYTES_MAX) return decode(bytes, findings);
                findings.problem(1, "is larger than " + BYTES_MAX / 1024 + " KiB");
            } catch (IOException e) {
                findings.problem(1, "cannot be read: " + why(e));
            }
        }
        return Optional.empty();
    }

    private static String why(IOException e) {
        return e instanceof AccessDeniedException ? "permission is denied" : String.valueOf(e.getMessage());
    }

    private static Optional<String> decode(byte[] bytes, Findings findings) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (!result.isError()) return Optional.of(out.flip().toString());
        int line = 1;
        for (int i = 0; i < in.position(); i++) if (bytes[i] == '\n') line++;
        findings.problem(line, "is not UTF-8 text");
        return Optional.empty();
    }
}
