/**
 * Reading: files of many formats become {@link dev.orrery.memory.document.Document}s, and those become
 * {@link dev.orrery.memory.Passage}s, the smallest pieces that can be quoted.
 *
 * <p>Everything here serves one promise: a passage's words occur in order and without a break in the place that it
 * names, once mark-up and link targets are dropped and entities decoded. So each reader carries the line of every
 * character along ({@link dev.orrery.memory.document.SourceText}), and where something was taken out of the middle of a
 * sentence it leaves a hole; a sentence with a hole never becomes a passage.
 *
 * <p>Start with {@link dev.orrery.memory.document.DocumentReader}, then
 * {@link dev.orrery.memory.document.Passages}. The room knows formats, not topics: no word of any domain is built in.
 */
@NullMarked
package dev.orrery.memory.document;

import org.jspecify.annotations.NullMarked;
