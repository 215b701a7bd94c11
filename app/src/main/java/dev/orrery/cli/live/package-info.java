/**
 * What is to be seen while a run works. A {@link dev.orrery.cli.live.RunPicture} folds events into a tree; on a screen
 * {@link dev.orrery.cli.live.LiveTree} draws it in place, in a pipe {@link dev.orrery.cli.live.Quiet} says the little
 * that somebody will want to know, and {@link dev.orrery.cli.live.JsonEvents} prints the events for programs.
 */
@NullMarked
package dev.orrery.cli.live;

import org.jspecify.annotations.NullMarked;
