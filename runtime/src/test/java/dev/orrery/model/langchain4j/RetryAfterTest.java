package dev.orrery.model.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    @Test
    void theWaitIsReadInEveryFormThatServersUse() {
        check(Map.of("retry-after", "7"), Optional.of(Duration.ofSeconds(7)));
        check(Map.of("retry-after", "0.5"), Optional.of(Duration.ofMillis(500)));
        check(Map.of("retry-after-ms", "250", "retry-after", "1"), Optional.of(Duration.ofMillis(250)));
        check(
                Map.of("date", "Tue, 03 Mar 2026 10:00:00 GMT", "retry-after", "Tue, 03 Mar 2026 10:00:30 GMT"),
                Optional.of(Duration.ofSeconds(30)));
    }

    @Test
    void whatMakesNoSenseIsNoWaitAndNoneIsEndless() {
        check(Map.of("retry-after", "soon"), Optional.empty());
        check(Map.of("retry-after", "-3"), Optional.empty());
        check(Map.of("retry-after", "99999999"), Optional.of(Duration.ofHours(1)));
        check(Map.of(), Optional.empty());
    }

    private static void check(Map<String, String> headers, Optional<Duration> wait) {
        Map<String, List<String>> all = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        assertThat(RetryAfter.of(HttpHeaders.of(all, (_, _) -> true)))
                .as(headers.toString())
                .isEqualTo(wait);
    }
}
