/**
 * The search adapter: Lucene's BM25 over passages and over entries.
 *
 * <p>{@link dev.orrery.memory.lucene.LuceneKnowledge} opens knowledge folders. What it reads of a folder and the index
 * over it are kept in the home as a {@link dev.orrery.memory.lucene.Generation}, named by the hash of all that is in the
 * folder and never changed once written: so the same content always gives the same scores, two processes cannot disturb
 * one another, and a damaged copy is thrown away and made anew.
 */
@NullMarked
package dev.orrery.memory.lucene;

import org.jspecify.annotations.NullMarked;
