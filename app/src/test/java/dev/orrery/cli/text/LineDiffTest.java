package dev.orrery.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void equalTextsHaveNoDifference() {
        assertThat(LineDiff.of(List.of("a", "b"), List.of("a", "b"))).isEmpty();
    }

    @Test
    void distantChangesStandInStretchesOfTheirOwn() {
        List<String> left = IntStream.range(1, 21).mapToObj(i -> "line " + i).toList();
        List<String> right = new ArrayList<>(left);
        right.set(1, "changed");
        right.remove(17);

        assertThat(LineDiff.of(left, right))
                .containsExactly(
                        "@@ -1 +1 @@",
                        " line 1",
                        "-line 2",
                        "+changed",
                        " line 3",
                        " line 4",
                        " line 5",
                        "@@ -15 +15 @@",
                        " line 15",
                        " line 16",
                        " line 17",
                        "-line 18",
                        " line 19",
                        " line 20");
    }

    @Test
    void appliedToTheLeftTextTheDifferenceGivesTheRight() {
        var chance = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<String> left = words(chance);
            List<String> right = words(chance);

            assertThat(applied(left, LineDiff.of(left, right))).isEqualTo(right);
        }
    }

    @Test
    void textsTooLargeToCompareAreShownAsReplaced() {
        List<String> left = IntStream.range(0, 5_000).mapToObj(i -> "left " + i).toList();
        List<String> right =
                IntStream.range(0, 5_000).mapToObj(i -> "right " + i).toList();

        assertThat(LineDiff.of(left, right)).hasSize(10_001).contains("-left 0", "+right 4999");
    }

    private static List<String> words(Random chance) {
        return IntStream.range(0, chance.nextInt(25))
                .mapToObj(_ -> "" + (char) ('a' + chance.nextInt(4)))
                .toList();
    }

    private static List<String> applied(List<String> left, List<String> diff) {
        var right = new ArrayList<String>();
        int at = 0;
        for (String line : diff) {
            if (line.startsWith("@@")) {
                int from = Integer.parseInt(line.split("[ -]+")[1]) - 1;
                while (at < from) right.add(left.get(at++));
            } else if (line.startsWith("+")) {
                right.add(line.substring(1));
            } else {
                assertThat(left.get(at++)).isEqualTo(line.substring(1));
                if (line.startsWith(" ")) right.add(line.substring(1));
            }
        }
        right.addAll(left.subList(at, left.size()));
        return right;
    }
}
