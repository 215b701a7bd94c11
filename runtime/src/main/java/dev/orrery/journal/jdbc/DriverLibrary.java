package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Has the driver load its native library from the home. By itself it unpacks 1.4 MB into the system's temporary folder at
 * each start and removes them at the end, which a killed process does not come to: kills would fill that folder.
 */
final class DriverLibrary {
    private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";

    private DriverLibrary() {}

    /** Unpacks the library when it is not there yet. When that fails, the driver does what it does by itself. */
    static synchronized void prepare(Home home) {
        // Only the first home of a process counts, as a library is loaded once.
        if (System.getProperty(FOLDER_PROPERTY) != null) return;
        Path folder = home.folder().resolve("native").resolve("sqlite-jdbc-" + SQLiteJDBCLoader.getVersion());
        Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        try {
            if (!Files.exists(library)) unpack(library);
            System.setProperty(FOLDER_PROPERTY, folder.toString());
        } catch (IOException unpacked) {
            // The temporary folder may have the space that this one lacks.
        }
    }

    private static void unpack(Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) throw new IOException("no " + resource);
            Files.createDirectories(library.resolveSibling("."));
            Path unfinished = library.resolveSibling(
                    library.getFileName() + "." + ProcessHandle.current().pid());
            try {
                Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
                try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                // Whoever finds the file finds all of it.
                Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
