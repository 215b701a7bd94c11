/**
 * A run's events as they are stored. The names and shapes here are on users' disks: they change only by adding a
 * version, never by editing. Writer and reader stand side by side, one line per event each.
 */
@NullMarked
package dev.orrery.engine.wire;

import org.jspecify.annotations.NullMarked;
