package dev.orrery.bench.speed;

import java.io.IOException;
import java.nio.file.Path;

/** One row of the table. */
@FunctionalInterface
interface Work {
    /** Measures in {@code room}. */
    Figure measure(Room room) throws IOException, InterruptedException;

    /**
     * Where and how thoroughly is measured.
     *
     * @param folder an empty folder on the disk that is measured
     * @param quick whether a few repetitions will do
     * @param diskMillis the median time of an fdatasync there
     */
    record Room(Path folder, boolean quick, double diskMillis) {
        /** Returns {@code few} where a few will do, else {@code many}. */
        int times(int few, int many) {
            return quick ? few : many;
        }
    }
}
