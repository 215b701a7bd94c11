/**
 * Where does a retrieved text try to give orders to the model that reads it? {@link
 * dev.orrery.agent.screen.InjectionScreen} looks through texts and tool results and returns a {@link
 * dev.orrery.agent.screen.Flag} for each such place, so that a person sees it.
 *
 * <p>A text is read with its masks taken off ({@link dev.orrery.agent.screen.Unmasked}) and searched for signals ({@link
 * dev.orrery.agent.screen.Signal}): it sets orders aside, gives a role, addresses a model, orders, asks for secrecy, names
 * a tool of the run, or has the markers of a chat. Their weights are added up over about two sentences. All wording stands
 * in lists beside the package; none knows a field or a product.
 *
 * <p>Flags protect nothing by themselves: that a document has no say in plans, tool calls and permissions is the gate's
 * work. Pure functions without state.
 */
@NullMarked
package dev.orrery.agent.screen;

import org.jspecify.annotations.NullMarked;
