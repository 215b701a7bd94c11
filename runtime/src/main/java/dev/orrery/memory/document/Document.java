package dev.orrery.memory.document;

import java.util.List;
import java.util.Optional;

/**
 * A file that was read.
 *
 * @param path how the file is called
 * @param title what the document calls itself, else words made of the file's name
 * @param version the version that the document declares, such as {@code 2.1}
 * @param unit what its places count
 * @param blocks its content in order, without navigation, front matter, scripts and code
 */
public record Document(String path, String title, Optional<String> version, Unit unit, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}
