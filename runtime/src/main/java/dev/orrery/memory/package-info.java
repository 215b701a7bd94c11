/**
 * What is remembered, and how it is found. Two kinds of content share one retrieval: knowledge, the documents of folders
 * that the user names, and entries, which agents propose and which become memory only under governance.
 *
 * <p>Start with the knowledge tools, whose smallest piece is a {@link dev.orrery.memory.Passage} that
 * can be quoted with its {@link dev.orrery.memory.Place}. This package holds values and ports; reading files, the index
 * and the embeddings are adapters below it.
 */
@NullMarked
package dev.orrery.memory;

import org.jspecify.annotations.NullMarked;
