/**
 * The agent port, the definitions that users write, and the checks on what agents reply. The kernel cannot tell a
 * native agent from a model; all it knows is the definition and the turns.
 */
@NullMarked
package dev.orrery.agent;

import org.jspecify.annotations.NullMarked;
