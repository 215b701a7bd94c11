/**
 * Language models behind one small port. {@link dev.orrery.model.Model} is one configured model at one endpoint: a {@link
 * dev.orrery.model.Prompt} and {@link dev.orrery.model.Bounds} go in, a {@link dev.orrery.model.Completion} comes out, or a
 * {@link dev.orrery.model.ModelException} that says of what kind the failure was. Nothing is tried again here: retries,
 * budgets and what a failure means for a step are the kernel's.
 *
 * <p>A caller asks for a schema and offers tools as if every server knew both. Which form a server takes is found out once
 * and remembered ({@link dev.orrery.model.Abilities}).
 */
@NullMarked
package dev.orrery.model;

import org.jspecify.annotations.NullMarked;
