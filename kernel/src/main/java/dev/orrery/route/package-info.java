/** Which agent gets a step: capability first, then availability, then what was learned. Pure. */
@NullMarked
package dev.orrery.route;

import org.jspecify.annotations.NullMarked;
