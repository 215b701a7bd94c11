package dev.orrery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of agents is so. */
class AgentGuideTest {
    static final Path PAGE = Path.of("..", "docs", "guide", "agents.md");
    private static final Pattern DEFINITION = Pattern.compile("(?s)```markdown\n(.*?)```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (`.*`) \\|");

    @TempDir
    Path folder;

    @Test
    void everyDefinitionInItIsAccepted() throws IOException {
        List<String> definitions = DEFINITION
                .matcher(Files.readString(PAGE))
                .results()
                .map(r -> r.group(1))
                .toList();
        for (int i = 0; i < definitions.size(); i++) {
            Files.writeString(folder.resolve(i + ".md"), definitions.get(i));
        }

        var known = new AgentFiles.Known(Set.of("knowledge.search", "knowledge.read"), new SchemaCheck(), Models.NONE);
        assertThat(definitions).hasSize(2);
        assertThat(AgentFiles.read(folder, known)).isInstanceOf(AgentFiles.Reading.Loaded.class);
    }

    @Test
    void theInputsThatItNamesAreThoseOfTheSchemas() throws IOException {
        var rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .filter(r -> Capability.of(r.group(1)).isPresent())
                .toList();

        assertThat(rows).hasSize(Schemas.inputs().size()).allSatisfy(row -> {
            Json schema =
                    Schemas.inputs().getOrDefault(Capability.of(row.group(1)).orElseThrow(), Json.object());
            var properties = (Json.Obj) schema.at("properties").orElseThrow();
            for (String named : row.group(2).split(" \\|")[0].replace("`", "").split(", ")) {
                assertThat(properties.members()).containsKey(named);
            }
        });
    }
}
