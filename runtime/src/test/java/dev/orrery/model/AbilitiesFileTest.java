package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbilitiesFileTest {
    private static final URI HERE = URI.create("http://127.0.0.1:8080/v1");
    private static final ModelName MODEL = new ModelName(Provider.OPENAI, "small");
    private static final Manner MODEST =
            new Manner(Form.OBJECT_WITH_SCHEMA, Form.PROMPT, ToolForm.TEXT, Set.of(Quirk.FIXED_TEMPERATURE));

    @TempDir
    Path folder;

    @Test
    void whatWasFoundIsKnownToTheNextProcess() {
        new AbilitiesFile(folder.resolve("home/models.json")).learn(HERE, MODEL, MODEST);

        assertThat(new AbilitiesFile(folder.resolve("home/models.json")).known(HERE, MODEL))
                .contains(MODEST);
    }

    @Test
    void nobodyOverwritesWhatAnotherFound() {
        Path file = folder.resolve("models.json");
        IntStream.range(0, 60)
                .parallel()
                .forEach(n -> new AbilitiesFile(file).learn(HERE, new ModelName(Provider.OPENAI, "m" + n), MODEST));

        var read = new AbilitiesFile(file);
        assertThat(IntStream.range(0, 60))
                .allMatch(n -> read.known(HERE, new ModelName(Provider.OPENAI, "m" + n))
                        .isPresent());
    }

    @Test
    void whatIsForgottenIsFoundAnew() {
        var abilities = new AbilitiesFile(folder.resolve("models.json"));
        abilities.learn(HERE, MODEL, MODEST);
        abilities.forget(HERE, MODEL);

        assertThat(abilities.known(HERE, MODEL)).isEmpty();
    }

    @Test
    void aDamagedFileIsStartedAnew() throws IOException {
        Path file = folder.resolve("models.json");
        Files.writeString(file, "{oops");
        var abilities = new AbilitiesFile(file);

        assertThat(abilities.known(HERE, MODEL)).isEmpty();
        abilities.learn(HERE, MODEL, MODEST);
        assertThat(abilities.known(HERE, MODEL)).contains(MODEST);
    }
}
