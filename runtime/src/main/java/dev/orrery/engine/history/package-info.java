/**
 * A run's history as a whole: {@link dev.orrery.engine.history.Replay} goes through it once more and compares what comes
 * of it, {@link dev.orrery.engine.history.RunExport} and {@link dev.orrery.engine.history.RunImport} carry it from one
 * home to another. Nothing here decides or performs anything.
 */
@NullMarked
package dev.orrery.engine.history;

import org.jspecify.annotations.NullMarked;
