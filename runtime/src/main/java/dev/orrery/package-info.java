/** The library's door and its only composition root: nothing else names an adapter. */
@NullMarked
package dev.orrery;

import org.jspecify.annotations.NullMarked;
