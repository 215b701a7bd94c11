package dev.orrery.tool;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * {@code files.write {path, text}}: writes a text file below the run's output folder, and nowhere else. The file is there
 * in full or not at all: it is written beside its place, forced to disk, and renamed. No symbolic link below the folder
 * is followed. Thread-safe.
 */
public final class FilesWrite implements Tool {
    /** The most bytes of a text, in UTF-8. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final ToolSpec SPEC = new ToolSpec(
            "files.write",
            "Writes a text file into the run's output folder, in place of one that is there.",
            JsonText.parse("""
                    {"type": "object", "required": ["path", "text"], "additionalProperties": false, "properties": {
                      "path": {"type": "string", "description": "relative, parts separated by /"},
                      "text": {"type": "string", "description": "all that the file shall hold"}}}"""),
            EffectClass.IDEMPOTENT);

    private final Disk disk;

    /** Makes the tool. */
    public FilesWrite() {
        this(Disk.REAL);
    }

    FilesWrite(Disk disk) {
        this.disk = disk;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(ToolRequest request) {
        String path = request.arguments().text("path");
        byte[] bytes = request.arguments().text("text").getBytes(StandardCharsets.UTF_8);
        Optional<String> fault = OutputPath.fault(path);
        if (fault.isPresent()) return new ToolResult.NotDone(fault.get());
        if (bytes.length > BYTES_MAX) {
            return new ToolResult.NotDone(
                    "the text has " + bytes.length + " bytes; at most " + BYTES_MAX + " can be written");
        }
        try {
            return write(request, path, bytes);
        } catch (InvalidPathException e) {
            return new ToolResult.NotDone("this machine cannot name a file " + path + ": " + e.getReason());
        } catch (IOException e) {
            return new ToolResult.NotDone(words(request, bytes.length, e));
        }
    }

    private ToolResult write(ToolRequest request, String path, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(request.outputFolder()).toRealPath();
        List<String> names = OutputPath.names(path);
        for (String name : names.subList(0, names.size() - 1)) {
            folder = folder.resolve(name);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) create(folder);
            if (Files.isSymbolicLink(folder)) return new ToolResult.NotDone(link(path, name));
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return new ToolResult.NotDone(name + " in " + path + " is a file, not a folder");
            }
        }
        Path file = folder.resolve(names.getLast());
        if (Files.isSymbolicLink(file)) return new ToolResult.NotDone(link(path, names.getLast()));
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return new ToolResult.NotDone(path + " is a folder");
        }
        // Named after the call, so that a repeated one finds and replaces what a crash has left.
        Path beside =
                folder.resolve(".orrery-" + Hash.of(request.key() + " " + path).brief());
        try {
            disk.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        disk.settle(folder);
        Json written = Json.object().with("path", path).with("bytes", bytes.length);
        return new ToolResult.Returned(new Value(written, Label.tool("files:" + path)));
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another call was first; what it made is looked at next.
        }
    }

    private static String link(String path, String name) {
        return path + " leads through the symbolic link " + name + ", and out of the output folder";
    }

    private static String words(ToolRequest request, int bytes, IOException e) {
        Path folder = request.outputFolder();
        String written = request.arguments().text("path") + " could not be written to " + folder;
        Optional<String> reason =
                Optional.ofNullable(e instanceof FileSystemException f ? f.getReason() : e.getMessage());
        boolean full = reason.filter(r -> r.contains("No space left") || r.contains("quota"))
                        .isPresent()
                || lacksRoom(folder, bytes);
        return full
                ? "the disk is full: " + written + "; make room and try again"
                : written + ": " + reason.orElse(e.getClass().getSimpleName());
    }

    /** Tells whether there is no room left: the system's own word for that may be in the user's language. */
    private static boolean lacksRoom(Path folder, int bytes) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }
}
