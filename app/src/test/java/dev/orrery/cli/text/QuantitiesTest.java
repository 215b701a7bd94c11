package dev.orrery.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void timesAreReadable() {
        assertThat(Quantities.time(Duration.ofMillis(430))).isEqualTo("0.4 s");
        assertThat(Quantities.time(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Quantities.time(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(Quantities.time(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(Quantities.time(Duration.ofHours(76))).isEqualTo("3 d 4 h");
        assertThat(Quantities.time(Duration.ofSeconds(-5))).isEqualTo("0.0 s");
    }

    @Test
    void costsAreExact() {
        assertThat(Quantities.cost(0)).isEqualTo("0.00");
        assertThat(Quantities.cost(1_500_000)).isEqualTo("1.50");
        assertThat(Quantities.cost(25)).isEqualTo("0.000025");
    }
}
