/**
 * One class per command: its options, its help, and the call that answers it. A command asks the library, hands what comes
 * back to {@link dev.orrery.cli.text} or {@link dev.orrery.cli.wire}, and returns an
 * {@link dev.orrery.cli.session.ExitStatus}. {@link dev.orrery.cli.command.CommandTree} knows them all and makes only the
 * one that is called, because picocli looks at each command that it is shown.
 */
@NullMarked
package dev.orrery.cli.command;

import org.jspecify.annotations.NullMarked;
