/**
 * The journal: what happened, durable, in order, once. Everything that Orrery knows after a restart it knows from here.
 *
 * <p>Start with {@link dev.orrery.journal.Journal}. A <em>stream</em> ({@link dev.orrery.journal.StreamId}) is the
 * history of one thing, such as a run; its events are numbered from 1. All events of one decision are appended together
 * as one <em>record</em>, which is there wholly or not at all. Every record has a <em>commit</em> number, which counts
 * over all streams, so that a reader can follow everything that is written.
 *
 * <p>Invariants: what {@code append} returned for is on the disk; a stream has no gap and no second record for the same
 * number (the <em>fence</em>); a record never changes; damage is reported with its place and never guessed around.
 * Events are opaque here: a type, a version, a time and a JSON body. What can be asked of the journal beyond reading a
 * stream is a {@link dev.orrery.journal.Projection}: rows that are kept in the same transaction as the events.
 *
 * <p>Large contents live beside the streams as {@link dev.orrery.journal.Blobs}, each once, named by their hash. The
 * {@link dev.orrery.journal.Home} is the folder that all of it lies in. The adapter for SQLite is in {@code jdbc}.
 */
@NullMarked
package dev.orrery.journal;

import org.jspecify.annotations.NullMarked;
