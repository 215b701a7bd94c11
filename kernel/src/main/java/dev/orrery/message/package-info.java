/** Values that rooms hand to one another: immutable, labelled, with a stable text form. */
@NullMarked
package dev.orrery.message;

import org.jspecify.annotations.NullMarked;
