package dev.orrery.model.langchain4j;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The wait that a server asks for: in milliseconds, in seconds, or until a date by its own clock. At most an hour. */
final class RetryAfter {
    private static final Duration MAX = Duration.ofHours(1);

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers) {
        Optional<Duration> precise =
                headers.firstValue("retry-after-ms").flatMap(RetryAfter::number).map(Duration::ofMillis);
        return precise.or(() -> headers.firstValue("retry-after")
                        .flatMap(text -> number(text + "000")
                                .map(Duration::ofMillis)
                                .or(() -> seconds(text))
                                .or(() -> until(text, headers))))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(MAX) > 0 ? MAX : wait);
    }

    private static Optional<Long> number(String text) {
        return text.strip().matches("\\d{1,15}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        return text.strip().matches("\\d{1,9}\\.\\d{1,9}")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text.strip()) * 1_000)))
                : Optional.empty();
    }

    private static Optional<Duration> until(String text, HttpHeaders headers) {
        return date(text)
                .flatMap(then ->
                        headers.firstValue("date").flatMap(RetryAfter::date).map(now -> Duration.between(now, then)));
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
