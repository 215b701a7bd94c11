/**
 * What people read: the tree of a run, a window section by section, the difference of two windows. Pure functions from
 * the library's views to {@link dev.orrery.cli.terminal.Line lines}; whoever prints them decides on width and colour.
 */
@NullMarked
package dev.orrery.cli.text;

import org.jspecify.annotations.NullMarked;
