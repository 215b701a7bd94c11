/**
 * The JSON forms that {@code --json} prints. They are the program's word to other programs and stay as they are: members
 * are added, never renamed; one that does not apply is null. docs/guide/cli.md lists them, and a test compares.
 */
@NullMarked
package dev.orrery.cli.wire;

import org.jspecify.annotations.NullMarked;
