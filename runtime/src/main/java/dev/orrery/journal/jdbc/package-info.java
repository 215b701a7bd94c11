/**
 * The journal in SQLite, one file that several processes may have open.
 *
 * <p>{@link dev.orrery.journal.jdbc.SqliteJournal} is the way in. An append travels {@code SqliteJournal} →
 * {@code GroupCommit} (a queue and one thread: whatever waits becomes one transaction) → {@code BatchWriter} (fence,
 * chain, projections, commit, {@code JournalHead}). A read goes through {@code Readers}, which lend connections of their
 * own, to {@code RecordReader}, which checks what it reads.
 *
 * <p>SQLite drops the end of its write-ahead log without a word when a checksum in it is wrong. {@code JournalHead}
 * keeps the number of the last commit outside the database, so that this is found out.
 */
@NullMarked
package dev.orrery.journal.jdbc;

import org.jspecify.annotations.NullMarked;
