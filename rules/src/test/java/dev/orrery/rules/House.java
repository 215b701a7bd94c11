package dev.orrery.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The repository as the rules see it: compiled classes of every module, and every text file that is ours. */
final class House {
    private static final List<String> MODULES = List.of("kernel", "runtime", "app", "testing", "bench", "examples");
    private static final Set<String> FOREIGN = Set.of("target", ".git", ".orrery", ".idea", "node_modules");

    /** What JMH writes around benchmarks is not ours. */
    private static final String GENERATED = "/jmh_generated/";

    static final Path ROOT = root();

    private House() {}

    /** Return the shipped classes; a test's own classes are not among them. Read once: it takes a second. */
    static JavaClasses classes() {
        return Compiled.CLASSES;
    }

    /** Return our files that match, in a stable order, as paths below the root. */
    static List<Path> files(Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean foreign = FOREIGN.contains(folder.getFileName().toString());
                    return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path relative = ROOT.relativize(file);
                    if (wanted.test(relative)) {
                        found.add(relative);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found.stream().sorted().toList();
    }

    /** Return all Java sources, tests included. */
    static List<Path> javaSources() {
        return files(path -> path.toString().endsWith(".java"));
    }

    /** Return the text of one of {@link #files}. */
    static String text(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(relative + " cannot be read as UTF-8", broken);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run the rules inside the repository: no .mvn folder above here.");
            }
        }
        return folder;
    }

    private static final class Compiled {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(location -> !location.contains(GENERATED))
                .importPaths(MODULES.stream()
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }
}
