/**
 * What every command works with: the {@link dev.orrery.cli.session.Surroundings} that the program was started in, the
 * {@link dev.orrery.cli.session.Library} behind it, and one {@link dev.orrery.cli.session.Session} that holds both for
 * the length of one command line. Nothing here prints by itself, save the one line that an error gets.
 */
@NullMarked
package dev.orrery.cli.session;

import org.jspecify.annotations.NullMarked;
