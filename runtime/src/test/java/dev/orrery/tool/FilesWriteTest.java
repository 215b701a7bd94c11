package dev.orrery.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent writes into its run's output folder in full, and nowhere else at all. */
class FilesWriteTest {
    @TempDir
    Path base;

    Path out;
    Path outside;

    @BeforeEach
    void lay() throws IOException {
        out = base.resolve("out");
        outside = Files.createDirectory(base.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "untouched");
    }

    @Test
    void writesBelowTheFolderAndCreatesWhatIsMissing() throws IOException {
        ToolResult result = write("notes/2026/überblick.md", "Grüße\n");

        assertThat(result).isInstanceOfSatisfying(ToolResult.Returned.class, returned -> {
            assertThat(returned.value().content().text("path")).isEqualTo("notes/2026/überblick.md");
            assertThat(returned.value().content().number("bytes", 0)).isEqualTo(8);
        });
        assertThat(out.resolve("notes/2026/überblick.md")).hasContent("Grüße");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void writingAgainReplacesTheFile() {
        write("a.txt", "first");
        write("a.txt", "second");
        write("a.txt", "second");

        assertThat(out.resolve("a.txt")).hasContent("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "../outside/secret.txt",
                "a/../../outside/secret.txt",
                "./a",
                "a//b",
                "a/",
                "..",
                "C:/x",
                "..\\outside\\secret.txt",
                "a\nb",
                "a\u0000b",
                "a\u202Etxt",
                "\uD800",
                ".git/hooks/pre-commit",
                ".bashrc",
                "a/.env",
                "a. ",
                "a.",
                " a"
            })
    void aPathThatCouldMeanAnotherPlaceIsRefused(String path) throws IOException {
        assertRefused(write(path, "x"));
        assertThat(Files.exists(out)).isFalse();
    }

    static Stream<String> longPaths() {
        return Stream.of("x".repeat(256), "ü".repeat(128), "a/".repeat(16) + "a", ("y".repeat(200) + "/").repeat(6));
    }

    @ParameterizedTest
    @MethodSource("longPaths")
    void aPathBeyondTheBoundsIsRefused(String path) throws IOException {
        assertRefused(write(path, "x"));
    }

    @Test
    void aSymbolicLinkInTheFolderIsNotFollowed() throws IOException {
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("way-out"), outside);
        Files.createSymbolicLink(out.resolve("file.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(out.resolve("dangling"), outside.resolve("new.txt"));

        assertThat(reason(write("way-out/secret.txt", "changed"))).contains("symbolic link way-out");
        assertRefused(write("way-out/deep/new.txt", "changed"));
        assertRefused(write("file.txt", "changed"));
        assertRefused(write("dangling", "changed"));
        assertThat(outside.resolve("new.txt")).doesNotExist();
    }

    @Test
    void anOutputFolderThatIsItselfALinkIsTheUsersChoice() throws IOException {
        Files.createSymbolicLink(out, Files.createDirectory(base.resolve("real")));

        write("a.txt", "x");

        assertThat(base.resolve("real/a.txt")).hasContent("x");
    }

    @Test
    void aFolderOrAFileInTheWayIsRefused() throws IOException {
        Files.createDirectories(out.resolve("folder"));
        Files.writeString(out.resolve("file"), "x");

        assertThat(reason(write("folder", "x"))).isEqualTo("folder is a folder");
        assertThat(reason(write("file/a.txt", "x"))).isEqualTo("file in file/a.txt is a file, not a folder");
    }

    @Test
    void aTextThatIsTooLargeIsRefused() {
        assertThat(reason(write("a.txt", "x".repeat(FilesWrite.BYTES_MAX + 1)))).contains("at most 4194304");
        assertThat(write("a.txt", "x".repeat(FilesWrite.BYTES_MAX))).isInstanceOf(ToolResult.Returned.class);
    }

    @Test
    void aFullDiskIsSaidInWordsAndLeavesTheOldFile() throws IOException {
        write("a.txt", "old");
        Disk full = new Disk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                Files.write(file, List.of("ha"));
                throw new IOException("No space left on device");
            }
        };

        String reason = reason(new FilesWrite(full).call(request("a.txt", "new")));

        assertThat(reason)
                .startsWith("the disk is full: a.txt could not be written")
                .endsWith("try again");
        assertThat(out.resolve("a.txt")).hasContent("old");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatACrashHasLeftIsReplacedByTheRepeatedCall() throws IOException {
        Disk dying = new Disk() {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                Files.createSymbolicLink(file, outside.resolve("secret.txt"));
                Disk.super.write(file, bytes);
            }
        };

        new FilesWrite(dying).call(request("a.txt", "new"));

        assertThat(out.resolve("a.txt")).hasContent("new").isRegularFile();
        assertThat(outside.resolve("secret.txt")).hasContent("untouched");
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(f -> f.getFileName().toString().startsWith(".")).toList();
        }
    }

    private void assertRefused(ToolResult result) throws IOException {
        assertThat(result).isInstanceOf(ToolResult.NotDone.class);
        assertThat(outside.resolve("secret.txt")).hasContent("untouched");
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).hasSize(1);
        }
    }

    private static String reason(ToolResult result) {
        return ((ToolResult.NotDone) result).reason();
    }

    private ToolResult write(String path, String text) {
        return new FilesWrite().call(request(path, text));
    }

    private ToolRequest request(String path, String text) {
        Json arguments = Json.object().with("path", path).with("text", text);
        return new ToolRequest("r", "s", "key", arguments, List.of(), out);
    }
}
