package dev.orrery.agent.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a source does not say is not held: each line is a source, a lie about it, and what the fault speaks of. */
class LiesTest {
    private static final String LIES = """
            Backups are retained for 30 days. => Backups are retained for 3 days. => number 3
            Backups are retained for 30 days. => Backups are retained for 300 days. => number 300
            Backups are retained for 30 days. => Backups are retained for 30 hours. => 30 days, not 30 hours
            The limit is 10,000 requests. => The limit is 10 requests. => number 10
            Version 1.20.3 drops support for Python 2. => Version 1.2 drops support for Python 2. => number 1.2
            Version 1.20.3 drops support for Python 2. => Version 1.20 drops support for Python 2. => number 1.20
            Each cluster has three masters and five workers. => Each cluster has five masters and three workers. => stands where
            The timeout is 10 seconds and the limit is 30 seconds. => The timeout is 30 seconds. => stands where
            Bake the bread at 220 °C for 25 minutes. => Bake the bread at 220 °F for 25 minutes. => not 220 °F
            The trip costs 40 euros. => The trip costs 40 dollars. => not 40 dollars
            The feature was released on 12 March 2024. => The feature was released on 12 April 2024. => name April
            The feature was released on 12 March 2024. => The feature was released on 2024-04-12. => does not stand
            About 35 percent of requests are cached. => Most requests are cached, about 53%. => number 53
            RabbitMQ speaks AMQP and MQTT. => RabbitMQ speaks AMQP and STOMP. => name STOMP
            The broker stores messages on disk. => Kafka stores messages on disk. => name Kafka
            The store is written in Java. => The store is written in JavaScript. => name JavaScript
            The museum in Berlin closes on Mondays. => The museum in Hamburg closes on Mondays. => name Hamburg
            The image is pulled from docker.io/library. => The image is pulled from quay.io/library. => quay.io
            The tool runs on Linux and macOS. => The tool runs on Linux, macOS and Windows. => name Windows
            The gateway does not support WebSockets. => The gateway supports WebSockets. => once more than the claim
            The gateway supports WebSockets. => The gateway does not support WebSockets. => “not” once more
            Travellers cannot cancel within 24 hours of departure. => Travellers can cancel within 24 hours of departure. => once more than the claim
            You should never reheat rice twice. => You should reheat rice twice. => once more than the claim
            The plan has no deductible for glass. => The plan has a deductible for glass. => once more than the claim
            The plan works without a credit card. => The plan works with a credit card. => once more than the claim
            Neither theft nor flood is covered. => Theft and flood are covered. => once more than the claim
            The server supports HTTP/2 but does not support QUIC. => The server supports QUIC. => leaves it out
            It does not support XML but supports JSON. => It does not support JSON but supports XML. => leaves it out
            Redis supports clusters. It does not support XML imports. => Redis supports XML imports. => once more than the claim
            Users without an account can view pages. => Users without an account cannot view pages. => cannot
            All fees are refundable unless the ticket was used. => All fees are refundable. => unless
            Every ward accepts visitors except intensive care. => Every ward accepts visitors. => except
            Administrators may delete a project. => Only administrators may delete a project. => only
            The cache supports TLS only on Linux. => The cache supports TLS in production and tests. => only
            The disk must have at least 20 GB. => The disk must have at most 20 GB. => at least
            Up to 64 connections can be opened. => At least 64 connections can be opened. => up to
            Java 17 or later is required. => Java 17 or earlier is required. => later
            More than 50 countries are covered. => Fewer than 50 countries are covered. => more than
            You must be at least 18 to rent a car. => You must be over 18 to rent a car. => at least
            The default timeout is 30 seconds. => The timeout is at least 30 seconds. => no such limit
            Take the tablets before meals. => Take the tablets after meals. => opposite
            The import runs before the index is built. => The index is built before the import runs. => changed places
            SQLite is faster than Postgres. => Postgres is faster than SQLite. => changed places
            SQLite is faster than Postgres. => SQLite is slower than Postgres. => opposite
            Some plans include breakfast. => All plans include breakfast. => some
            Most plans include breakfast. => Every plan includes breakfast. => some or most
            All plans include breakfast. => Some plans include breakfast. => of all
            The key is optional. => The key is required. => opposite
            A deposit may be asked for. => A deposit must be asked for. => may be
            The log is enabled. => The log is disabled. => opposite
            The log is stored in a file. => The log is stored in a file by default. => default
            Smoking is prohibited on the terrace. => Smoking is allowed on the terrace. => opposite
            The library is released under the MIT licence. => The library is released under the GPL licence. => name GPL
            The service stores messages. => The service offers excellent performance and unmatched reliability. => half
            Bake the bread for 25 minutes. => Bake the bread for 25 minutes. It was invented by hungry monks. => half
            Der Dienst speichert Nachrichten 30 Tage. => Der Dienst speichert Nachrichten 60 Tage. => number 60
            该服务保留消息。 => 您必须购买新的手机才能登录。 => half
            """;

    @TestFactory
    Stream<DynamicTest> aLieIsNotHeld() {
        return LIES.lines()
                .map(line -> line.split(" => "))
                .map(row -> DynamicTest.dynamicTest(
                        row[1],
                        () -> assertThat(faults(row[1], List.of(row[0])))
                                .anySatisfy(fault -> assertThat(fault).contains(row[2]))));
    }

    @Test
    void aClaimWithoutWordsOrWithoutLinesIsNotHeld() {
        assertThat(faults("", List.of("Something."))).isNotEmpty();
        assertThat(faults(" [3]. ", List.of("Something."))).isNotEmpty();
        assertThat(faults("Something.", List.of())).isNotEmpty();
        assertThat(faults("Something.", List.of("", "—"))).isNotEmpty();
    }

    @Test
    void aVeryLongClaimIsLookedAtAndItsFaultsAreFew() {
        String claim = "Node 7 never talks to Acme in 9 ways, unless it must. ".repeat(180);
        List<String> cited = List.of("Node 8 talks to Bolt at least 10 times. ".repeat(2_000));

        assertThat(faults(claim, cited)).isNotEmpty().hasSizeLessThanOrEqualTo(ClaimCheck.FAULTS_MAX);
    }

    @Test
    void nothingBreaksOnTextThatIsNoProse() {
        for (String odd : List.of(
                "\uD83D",
                "1.2.3.4.5-",
                "-",
                "₂²½",
                "e\u0301",
                "a".repeat(10_000),
                "Ab".repeat(5_000),
                "1.".repeat(5_000),
                "not ".repeat(2_000),
                "٣٠ يومًا",
                "1".repeat(9_000))) {
            assertThat(ClaimCheck.look(odd, List.of(odd, "and " + odd))).isNotNull();
            assertThat(ClaimCheck.look("x " + odd + " y", List.of("The 30 days.")))
                    .isNotNull();
        }
    }

    private static List<String> faults(String claim, List<String> cited) {
        return switch (ClaimCheck.look(claim, cited)) {
            case Verdict.Held _ -> List.of();
            case Verdict.NotHeld notHeld -> notHeld.faults();
        };
    }
}
