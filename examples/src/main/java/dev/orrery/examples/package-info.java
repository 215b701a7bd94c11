/** Small programs that use Orrery as a library. Each runs offline and is compiled by the build. */
@NullMarked
package dev.orrery.examples;

import org.jspecify.annotations.NullMarked;
