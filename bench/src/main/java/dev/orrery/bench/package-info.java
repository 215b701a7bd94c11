/** Benchmarks, run by hand; their figures are for comparing one build with the next on one machine. */
@NullMarked
package dev.orrery.bench;

import org.jspecify.annotations.NullMarked;
