/**
 * The tool port and the tools that belong to no other room. A tool says what it is in a {@link
 * dev.orrery.kernel.ToolSpec}; the kernel's gate decides about each call before it gets here.
 */
@NullMarked
package dev.orrery.tool;

import org.jspecify.annotations.NullMarked;
