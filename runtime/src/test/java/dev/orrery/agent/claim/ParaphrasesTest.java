package dev.orrery.agent.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** True statements in other words are held: each line is a source, and what may be said of it. */
class ParaphrasesTest {
    private static final String TRUE = """
            The broker keeps messages for 10,000 seconds by default. => By default, messages are kept by the broker for 10000 seconds.
            The broker keeps messages for 10 000 seconds by default. => The broker keeps messages for 10,000 seconds by default.
            Each cluster has three masters and five workers. => A cluster has 3 masters and 5 workers.
            Backups are retained for 30 days. => The retention of backups is 30 days.
            The disk must have at least 20GB of free space. => The disk needs at least 20 GB of free space.
            Up to 64 connections can be opened at once. => At most 64 connections can be open at once.
            A file may be no larger than 4 MB. => The size of a file is 4 MB at most, and no larger.
            Version 1.20.3 drops support for Python 2. => Support for Python 2 is dropped in version 1.20.3.
            About 35 percent of requests are served from the cache. => The cache serves about 35% of requests.
            The retention period is 7-14 days. => The retention period is 7 to 14 days.
            The feature was released on 12 March 2024. => The feature was released on 2024-03-12.
            The service window begins at 17:00. => The service window begins at 5 pm.
            The population is 1.5 million. => The population is 1,500,000.
            The fee is $5.50 per month. => A fee of $5.5 per month applies.
            Stir in half a cup of sugar and two eggs. => Stir in two eggs and half a cup of sugar.
            Simmer the sauce for twelve minutes, stirring often. => The sauce is simmered for 12 minutes while stirring often.
            Bake the bread at 220 °C for 25 minutes. => The bread is baked for 25 minutes at 220°C.
            RabbitMQ speaks AMQP 0-9-1 and MQTT. => MQTT and AMQP 0-9-1 are spoken by RabbitMQ.
            Amazon Web Services hosts the registry. => The registry is hosted by AWS.
            The registry is hosted on AWS. => Amazon Web Services is the host of the registry.
            The museum in Berlin closes on Mondays. => On Mondays, the Berlin museum is closed.
            The tool reads /etc/app/config.yaml first. => First, /etc/app/config.yaml is read by the tool.
            Set max_retries to change how often a call is repeated. => The setting max_retries changes how often a call is repeated.
            The gateway does not support WebSockets. => WebSockets are not supported by the gateway.
            The gateway does not support WebSockets. => WebSockets are unsupported by the gateway.
            Encryption is disabled unless a key is set. => Encryption is not enabled unless a key is set.
            Travellers cannot cancel within 24 hours of departure. => Within 24 hours of departure, cancelling is not possible for travellers.
            Flood damage is excluded from the policy. => The policy does not include flood damage.
            The plan has no deductible for glass. => Glass is covered without a deductible under the plan.
            Redis supports clusters. It does not support XML imports. => Clusters are supported by Redis.
            The server supports HTTP/2 but not HTTP/3. => HTTP/2 is supported by the server, and HTTP/3 is not.
            Users without an account can view public pages. => Public pages can be viewed by users without an account.
            Only administrators may delete a project. => A project may be deleted by administrators only.
            Only administrators may delete a project. => Projects may be deleted by administrators.
            Refunds are paid unless the ticket was used. => Refunds are not paid if the ticket was used, and otherwise they are paid.
            A restart is not needed after the change. => After the change, you need not restart.
            Do not only check the logs but also the metrics. => Check the logs and also the metrics.
            Take the tablets before meals. => The tablets are taken before meals.
            The index is built after the import. => The import is followed by building the index; the index is built after it.
            SQLite is faster than the file system for small blobs. => For small blobs, SQLite is faster than the file system.
            Some plans include breakfast. => Breakfast is included in some plans.
            The key is optional. => The key is not required, it is optional.
            Java 17 or later is required. => At least Java 17 is required.
            More than 50 countries are covered. => Over 50 countries are covered.
            Tokens expire after one hour. => A token expires after 1 hour.
            The licence is Apache 2.0. => It is licensed under Apache 2.0.
            The service behaves differently on Windows. => On Windows, the behaviour of the service is different.
            Der Dienst speichert 30 Tage lang alle Nachrichten. => Der Dienst speichert alle Nachrichten 30 Tage.
            该服务最多保留三十天的消息。 => 该服务保留三十天的消息。
            """;

    @TestFactory
    Stream<DynamicTest> aTrueParaphraseIsHeld() {
        return TRUE.lines()
                .map(line -> line.split(" => "))
                .map(pair -> DynamicTest.dynamicTest(
                        pair[1],
                        () -> assertThat(ClaimCheck.look(pair[1], List.of(pair[0])))
                                .isEqualTo(new Verdict.Held())));
    }

    @Test
    void aSourceMayBeBrokenIntoLinesAndTheClaimMayUseSeveral() {
        Verdict verdict = ClaimCheck.look(
                "Acme keeps backups for 30 days and encrypts them with AES-256 [2].",
                List.of("Acme keeps backups for", "30 days. All of them are encrypted", "with AES-256 at rest."));

        assertThat(verdict).isEqualTo(new Verdict.Held());
    }

    @Test
    void theNameOfTheSubjectNeedNotStandInTheLines() {
        List<String> cited = List.of("It keeps backups for 30 days.");

        assertThat(ClaimCheck.look("Acme Cloud keeps backups for 30 days.", cited)
                        .held())
                .isFalse();
        assertThat(ClaimCheck.look("Acme Cloud keeps backups for 30 days.", cited, Set.of("Acme Cloud"))
                        .held())
                .isTrue();
    }
}
