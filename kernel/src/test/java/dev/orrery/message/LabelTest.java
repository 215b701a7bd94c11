package dev.orrery.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Label.Integrity;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A derived value is no more trusted and no more widely readable than what it was derived from, in whatever order. */
class LabelTest {
    @Test
    void joiningIsOrderlessAndRepeatable() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            Label a = label(random);
            Label b = label(random);
            Label c = label(random);

            assertThat(a.join(b)).as("seed %d", seed).isEqualTo(b.join(a));
            assertThat(a.join(b).join(c)).as("seed %d", seed).isEqualTo(a.join(b.join(c)));
            assertThat(a.join(a)).as("seed %d", seed).isEqualTo(a);
            assertThat(Label.join(List.of()).join(a)).as("seed %d", seed).isEqualTo(a);
        }
    }

    @Test
    void trustAndReadersOnlyShrink() {
        var alice = new Label(Integrity.USER, Set.of("alice", "bob"), Set.of("goal"));
        var bob = new Label(Integrity.WEB, Set.of("bob", "carol"), Set.of("web:x"));
        var dora = new Label(Integrity.TOOL, Set.of("dora"), Set.of());

        assertThat(alice.join(bob)).isEqualTo(new Label(Integrity.WEB, Set.of("bob"), Set.of("goal", "web:x")));
        assertThat(alice.join(Label.tool("t")).readers()).containsExactlyInAnyOrder("alice", "bob");
        assertThat(alice.join(dora).readers()).containsExactly(Label.NO_ONE);
        assertThat(alice.join(dora).join(alice).readers()).as("never everyone").containsExactly(Label.NO_ONE);
    }

    @Test
    void sourcesAreBoundedAndSayThatThereAreMore() {
        Label many = Label.join(java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> Label.tool("knowledge:" + i))
                .toList());

        assertThat(many.sources()).hasSize(Label.SOURCES_MAX).contains("…");
    }

    private static Label label(Random random) {
        var readers = new HashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) readers.add("r" + random.nextInt(3));
        var sources = new HashSet<String>();
        // Names before and after the mark that stands for more.
        for (int i = random.nextInt(80); i > 0; i--) {
            sources.add((random.nextBoolean() ? "a" : "文") + random.nextInt(90));
        }
        return new Label(List.of(Integrity.values()).get(random.nextInt(3)), readers, sources);
    }
}
