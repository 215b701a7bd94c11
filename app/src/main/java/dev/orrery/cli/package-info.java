/** The command line: parses, calls the library, prints. The answer goes to stdout, everything else to stderr. */
@NullMarked
package dev.orrery.cli;

import org.jspecify.annotations.NullMarked;
