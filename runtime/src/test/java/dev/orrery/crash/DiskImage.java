package dev.orrery.crash;

import dev.orrery.crash.DiskRecord.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk that keeps what was forced to it, and of what was not, whatever chance picks: sectors are torn apart, and what was
 * written later may be there without what was written before. For one thread.
 */
final class DiskImage {
    private static final int SECTOR = 512;

    /** How much of what was not forced is kept. */
    enum Kept {
        NOTHING,
        SOME,
        ALL
    }

    private static final class Content {
        private byte[] forced = new byte[0];
        private final List<Step> pending = new ArrayList<>();
    }

    private final Map<String, Content> files = new HashMap<>();

    /** Takes the next step of the process in. */
    void take(Step step) {
        switch (step) {
            case Step.Written written -> pending(written.file(), step);
            case Step.Truncated truncated -> pending(truncated.file(), step);
            case Step.Removed removed -> pending(removed.file(), step);
            case Step.Forced forced -> {
                Content content = content(forced.file());
                content.forced = after(content, Kept.ALL, new Random(0));
                content.pending.clear();
            }
            case Step.ForcedFolder _ -> files.values().forEach(DiskImage::remove);
            case Step.Said _ -> {}
        }
    }

    /** Forgets all up to the last removal. */
    private static void remove(Content content) {
        int last = -1;
        for (int i = 0; i < content.pending.size(); i++) if (content.pending.get(i) instanceof Step.Removed) last = i;
        if (last < 0) return;
        content.forced = new byte[0];
        content.pending.subList(0, last + 1).clear();
    }

    private Content content(String file) {
        return files.computeIfAbsent(file, _ -> new Content());
    }

    private void pending(String file, Step step) {
        content(file).pending.add(step);
    }

    /** Writes what a loss of power may leave now into {@code folder}. A file of which nothing is left is not there. */
    void write(Path folder, Kept kept, Random random) throws IOException {
        for (var file : files.entrySet()) {
            byte[] bytes = after(file.getValue(), kept, random);
            if (bytes.length > 0) Files.write(folder.resolve(file.getKey()), bytes);
        }
    }

    private static byte[] after(Content content, Kept kept, Random random) {
        byte[] bytes = content.forced;
        for (Step step : content.pending) {
            bytes = switch (step) {
                case Step.Written written -> written(bytes, written, kept, random);
                case Step.Truncated truncated ->
                    keeps(kept, random) ? Arrays.copyOf(bytes, (int) truncated.length()) : bytes;
                case Step.Removed _ -> keeps(kept, random) ? new byte[0] : bytes;
                case Step.Forced _, Step.ForcedFolder _, Step.Said _ -> bytes;
            };
        }
        return bytes;
    }

    private static byte[] written(byte[] before, Step.Written written, Kept kept, Random random) {
        byte[] bytes = before;
        for (int from = 0; from < written.bytes().length; ) {
            long at = written.at() + from;
            int length = (int) Math.min(SECTOR - at % SECTOR, written.bytes().length - from);
            if (keeps(kept, random)) {
                int end = (int) at + length;
                // Whether it still shares its bytes with what was forced is not kept track of: it is always copied.
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end));
                System.arraycopy(written.bytes(), from, bytes, (int) at, length);
            }
            from += length;
        }
        return bytes;
    }

    private static boolean keeps(Kept kept, Random random) {
        return switch (kept) {
            case NOTHING -> false;
            case SOME -> random.nextInt(3) > 0;
            case ALL -> true;
        };
    }
}
