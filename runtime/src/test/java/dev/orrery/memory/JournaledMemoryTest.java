package dev.orrery.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.memory.Memory.Outcome;
import dev.orrery.memory.lucene.LuceneEntries;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path temp;

    private Journal journal;
    private Memory memory;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(Home.open(temp), JournaledMemory.projections());
        memory = memory(Governance.REVIEW_ALL);
    }

    @AfterEach
    void close() {
        memory.close();
        journal.close();
    }

    @Test
    void aProposalWaitsAndIsFoundOnlyWhenItWasAcceptedUnderTheSameId() {
        Entry proposed = done(memory.propose(fact("Acme costs nine euros.")));

        assertThat(proposed.status()).isEqualTo(Status.PROPOSED);
        assertThat(memory.review()).containsExactly(proposed);
        assertThat(found("acme costs")).isEmpty();

        Entry live = done(memory.accept(proposed.id()));

        assertThat(live.id()).isEqualTo(proposed.id());
        assertThat(live.source()).isEqualTo("memory:" + proposed.id() + "@1");
        assertThat(memory.review()).isEmpty();
        assertThat(found("acme costs")).containsExactly(live);
    }

    @Test
    void aRejectedProposalIsNeverFoundNorProposedAgain() {
        Entry proposed = done(memory.propose(fact("Acme costs nine euros.")));

        assertThat(done(memory.reject(proposed.id(), "it is ten")).note()).isEqualTo("it is ten");

        assertThat(memory.propose(fact("Acme costs NINE euros!")))
                .isInstanceOfSatisfying(
                        Outcome.Known.class, k -> assertThat(k.entry().status()).isEqualTo(Status.REJECTED));
        assertThat(found("acme costs")).isEmpty();
        assertThat(memory.reject(proposed.id(), "again")).isInstanceOf(Outcome.Refused.class);
        assertThat(memory.list(List.of(Status.REJECTED))).hasSize(1);
    }

    @Test
    void theSameProposalAfterACrashChangesNothing() {
        memory.propose(fact("Acme costs nine euros."));
        long seq = journal.lastCommit();

        assertThat(memory.propose(fact("Acme costs nine euros."))).isInstanceOf(Outcome.Known.class);
        assertThat(journal.lastCommit()).isEqualTo(seq);
    }

    @Test
    void aNewFactClosesTheOneThatItContradicts() {
        Entry old = done(memory.add(priced("Acme costs nine euros.", "9")));
        Entry proposed = done(memory.propose(priced("Acme costs ten euros.", "10")));
        assertThat(proposed.contradicts()).containsExactly(old.id());

        memory.accept(proposed.id());

        assertThat(memory.entry(old.id()).orElseThrow().status()).isEqualTo(Status.CLOSED);
        assertThat(memory.entry(old.id()).orElseThrow().note()).isEqualTo("superseded by " + proposed.id());
        assertThat(memory.history(old.id()))
                .extracting(Memory.Change::type)
                .containsExactly("entry.added", "entry.closed");
        assertThat(found("acme costs")).extracting(Entry::id).containsExactly(proposed.id());
    }

    @Test
    void whatIsForgottenTakesAlongWhatRestsOnIt() {
        Entry base = done(memory.add(fact("Acme costs nine euros.")));
        Entry next = done(memory.add(fact("Acme is cheap.").withSources(List.of(base.source()))));
        Entry last = done(memory.propose(fact("Buy Acme.").withSources(List.of(next.source()))));
        Entry other = done(memory.add(fact("Bolt is dear.").withSources(List.of("bolt/a.md:1-2"))));

        memory.forget(base.id(), "wrong");

        assertThat(List.of(next, last))
                .allSatisfy(e ->
                        assertThat(memory.entry(e.id()).orElseThrow().status()).isEqualTo(Status.CLOSED));
        assertThat(memory.entry(other.id()).orElseThrow().status()).isEqualTo(Status.LIVE);
        assertThat(memory.revoke("bolt/a.md", "withdrawn"))
                .extracting(Entry::id)
                .containsExactly(other.id());
        assertThat(memory.revoke("bolt/a.md", "withdrawn")).isEmpty();
    }

    @Test
    void whatTheUserAddsAgainComesBackInANewVersion() {
        Entry first = done(memory.add(fact("Acme costs nine euros.")));
        memory.forget(first.id(), "wrong");

        Entry again = done(memory.add(fact("Acme costs nine euros.")));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.version()).isEqualTo(2);
        assertThat(memory.history(first.id())).hasSize(3);
    }

    @Test
    void aFlaggedEntryWaitsForReviewAndIsConfirmedOrClosed() {
        Entry entry = done(memory.add(fact("Acme costs nine euros.")));

        memory.flag(entry.id(), "run r1, which was rejected, used it");
        assertThat(memory.review()).extracting(Entry::note).containsExactly("run r1, which was rejected, used it");
        assertThat(found("acme costs")).hasSize(1);

        memory.accept(entry.id());
        assertThat(memory.review()).isEmpty();
        memory.flag(entry.id(), "again");
        memory.reject(entry.id(), "it was wrong");
        assertThat(memory.entry(entry.id()).orElseThrow().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void whatIsMalformedIsRefusedWithAllFaults() {
        Proposal bad = Proposal.user("fact", " ", "").withRule(Json.object().with("dance", "tango"));

        assertThat(memory.add(bad))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        r -> assertThat(r.reason()).contains("namespace", "no text", "only a rule", "'dance'"));
        assertThat(memory.add(Proposal.user("rule", "house", "Cover memory.")
                        .withRule(Json.object().with("cover", Json.texts(List.of("memory"))))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aSearchKeepsToScopeReaderAndTime() {
        done(memory.add(fact("Acme costs nine euros.")));
        Label secret = new Label(Label.Integrity.USER, Set.of("writer"), Set.of("user"));
        done(memory.add(new Proposal(
                "fact",
                "vault",
                "Acme costs us two euros.",
                Json.object(),
                Optional.empty(),
                secret,
                List.of(),
                "user")));

        assertThat(found("acme costs")).hasSize(2);
        assertThat(found(query("acme costs", List.of("products"), Optional.of("research"), NOW)))
                .hasSize(1);
        assertThat(found(query("acme costs", List.of("*"), Optional.of("research"), NOW)))
                .hasSize(1);
        assertThat(found(query("acme costs", List.of("va*"), Optional.of("writer"), NOW)))
                .hasSize(1);
        assertThat(found(query("acme costs", List.of("*"), Optional.empty(), NOW.minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void nothingIsFoundRatherThanSomethingFarOff() {
        memory.add(fact("Acme costs nine euros."));
        memory.add(fact("The office closes at six."));

        assertThat(found("which office has the best coffee")).isEmpty();
        assertThat(found("when does the office close")).hasSize(1);
    }

    @Test
    void aRunThatEndedIsAnEpisodeThatIsFoundAndShownAsOne() {
        run("r1", "Compare Acme and Bolt", true);
        run("r2", "Compare Acme and Cato", false);

        assertThat(memory.list(List.of(Status.LIVE))).singleElement().satisfies(e -> {
            assertThat(e.what().kind()).isEqualTo("episode");
            assertThat(e.what().text())
                    .isEqualTo("On 2026-11-24 a run for the goal “Compare Acme and Bolt” ended: gaps. "
                            + "It was about Acme, Bolt. It gave up on no pages about Bolt.");
            assertThat(memory.entry(e.id().substring(0, 6))).contains(e);
        });
        assertThat(found("compare acme")).hasSize(1);
        assertThat(found(new MemoryQuery(
                        "compare acme", List.of("*"), List.of(), Optional.empty(), NOW, Optional.of("r1"), 5)))
                .isEmpty();
    }

    @Test
    void decisionsOfManyAreMadeOneAfterTheOther() {
        List<CompletableFuture<Outcome>> all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> memory.add(priced("Acme costs " + i + ".", "" + i))))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(memory.list(List.of(Status.LIVE))).hasSize(1);
        assertThat(memory.list(List.of(Status.CLOSED))).hasSize(11);
    }

    @Test
    void anAcceptingGovernanceLetsAProposalLiveAtOnce() {
        Memory lenient = memory((proposal, contradicted) -> Governance.Ruling.ACCEPT);

        assertThat(done(lenient.propose(fact("Acme costs nine euros."))).status())
                .isEqualTo(Status.LIVE);
    }

    private Memory memory(Governance governance) {
        return new JournaledMemory(journal, governance, new LuceneEntries(Optional.empty()), () -> NOW);
    }

    private void run(String id, String goal, boolean ended) {
        var stream = StreamId.run(id);
        var items = Json.of(
                List.of(Json.object().with("name", "Acme"), Json.object().with("key", "Bolt")));
        append(stream, 0, "run.started", Map.of("goal", Json.of(goal)));
        append(stream, 1, "step.expanded", Map.of("items", items));
        append(stream, 2, "step.gap", Map.of("text", Json.of("no pages about Bolt")));
        if (ended) append(stream, 3, "run.ended", Map.of("status", Json.of("gaps")));
    }

    private void append(StreamId stream, long seq, String type, Map<String, Json> body) {
        journal.append(stream, seq, List.of(new StoredEvent(type, 1, NOW, new Json.Obj(body))));
    }

    private List<Entry> found(String text) {
        return found(MemoryQuery.user(text, NOW, 10));
    }

    private List<Entry> found(MemoryQuery query) {
        return memory.search(query).hits().stream().map(MemoryHits.Hit::entry).toList();
    }

    private static MemoryQuery query(String text, List<String> scopes, Optional<String> reader, Instant at) {
        return new MemoryQuery(text, scopes, List.of(), reader, at, Optional.empty(), 10);
    }

    private static Proposal fact(String text) {
        return Proposal.user("fact", "products", text);
    }

    private static Proposal priced(String text, String price) {
        return fact(text)
                .withData(Json.object()
                        .with("subject", "Acme")
                        .with("topic", "price")
                        .with("value", price));
    }

    private static Entry done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).entry();
    }
}
