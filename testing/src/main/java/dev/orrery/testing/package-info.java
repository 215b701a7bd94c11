/** Fakes that keep the ports' contracts, and the contract suites that every adapter passes. */
@NullMarked
package dev.orrery.testing;

import org.jspecify.annotations.NullMarked;
