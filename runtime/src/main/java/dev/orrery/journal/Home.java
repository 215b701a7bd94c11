package dev.orrery.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The folder that everything durable lies in, {@code .orrery} by default:
 *
 * <pre>
 * journal.db      the journal (SQLite, with its -wal and -shm beside it)
 * journal.head    the number of the last commit, by which a journal that lost its end is found out
 * native/         the database driver's library, unpacked
 * runs/ID.lock    held by the process that works on run ID
 * NAME.lock       held by the process that does NAME, such as writing the search index
 * </pre>
 *
 * Immutable and thread-safe. Only its owner may enter the folder: it holds whatever agents were shown.
 */
public final class Home {
    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the home at {@code folder} and creates it when it is not there.
     *
     * @throws JournalUnavailable when it cannot be created or written
     * @throws JournalFull when there is no space for it
     */
    public static Home open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            createPrivate(absolute);
            Files.createDirectories(absolute.resolve("runs"));
        } catch (FileAlreadyExistsException e) {
            throw new JournalUnavailable(
                    "cannot keep state in " + absolute + ": " + e.getFile() + " is a file. Choose another home", e);
        } catch (IOException e) {
            throw cannotWrite(absolute, e);
        }
        if (!Files.isWritable(absolute)) throw cannotWrite(absolute, new AccessDeniedException(absolute.toString()));
        return new Home(absolute);
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path parent = folder.getParent();
        if (parent != null) Files.createDirectories(parent);
        try {
            if (posix) {
                var owner = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process may have been faster.
            if (!Files.isDirectory(folder)) throw e;
        }
    }

    private static JournalException cannotWrite(Path folder, IOException e) {
        if (isDiskFull(e)) return new JournalFull("the folder " + folder + " could not be made", e);
        String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new JournalUnavailable(
                "cannot write to " + folder + " (" + why + "). Give yourself access to it or choose another home", e);
    }

    /** Tells whether {@code e} says that a disk or quota is full. Java has no type for it, only the system's words. */
    static boolean isDiskFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left")
                || message.contains("Disk quota exceeded")
                || message.contains("not enough space");
    }

    /** Returns the absolute path of the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the path of the journal's database. */
    public Path journalFile() {
        return folder.resolve("journal.db");
    }

    /** Returns the path of the file that holds the number of the last commit. */
    public Path headFile() {
        return folder.resolve("journal.head");
    }

    /**
     * Takes the right to perform the effects of {@code run}; see {@link HomeLock#tryTake}.
     *
     * @throws IllegalArgumentException when {@code run} is the stream of something else
     */
    public Optional<HomeLock> tryLock(StreamId run) {
        return HomeLock.tryTake(lockFile(run));
    }

    /** Takes the right to do what is called {@code name} in this home; see {@link HomeLock#tryTake}. */
    public Optional<HomeLock> tryLock(String name) {
        if (!StreamId.isName(name)) throw new IllegalArgumentException("'" + name + "' is no name for a lock");
        return HomeLock.tryTake(folder.resolve(name + ".lock"));
    }

    /** Tells whether any process, this one included, works on {@code run} now. */
    public boolean isLocked(StreamId run) {
        return HomeLock.isTaken(lockFile(run));
    }

    /** Returns the number of the process that worked on {@code run} last, when it left one: for messages to people. */
    public OptionalLong lastHolder(StreamId run) {
        return HomeLock.lastHolder(lockFile(run));
    }

    private Path lockFile(StreamId run) {
        if (run.kind() != StreamId.Kind.RUN) throw new IllegalArgumentException(run + " is no run");
        // '@' is in no tenant and no id, so two runs never share a file.
        String owner = run.tenant().equals(StreamId.LOCAL) ? "" : run.tenant() + "@";
        return folder.resolve("runs").resolve(owner + run.id() + ".lock");
    }
}
