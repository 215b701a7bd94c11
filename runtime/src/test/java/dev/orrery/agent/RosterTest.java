package dev.orrery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A user's definition takes the place that its name gives it, and native agents answer in its name. */
class RosterTest {
    static final Map<Capability, Agent> NATIVES = Map.of(
            Capability.PLAN, saying("native plan"),
            Capability.RESEARCH, saying("native research"),
            Capability.QA, saying("native qa"),
            Capability.WRITE, saying("native write"),
            Capability.MEMORY, saying("native memory"));

    @Test
    void withoutUsersDefinitionsThereIsOneAgentForEachCapabilityOfTheJob() {
        assertThat(roster(List.of(), List.of()).cards())
                .extracting(AgentCard::name)
                .containsExactly("memory", "planner", "qa", "research", "writer");
    }

    @Test
    void aDefinitionOfTheSameNameTakesTheBuiltInsPlaceAndTheBuiltInIsGone() {
        AgentCard mine = AgentCard.of("research", Capability.RESEARCH);

        List<Roster.Member> members = roster(List.of(file(mine)), List.of()).members();

        assertThat(members)
                .hasSize(5)
                .filteredOn(m -> m.card().name().equals("research"))
                .satisfiesExactly(m -> {
                    assertThat(m.card().tools()).isEmpty();
                    assertThat(m.source()).isEqualTo("agents/research.md");
                });
    }

    @Test
    void aNewNameJoinsThoseWithTheSameCapabilityAndComesFirst() {
        AgentCard mine = AgentCard.of("zoe", Capability.RESEARCH);

        assertThat(roster(List.of(file(mine)), List.of()).cards())
                .filteredOn(c -> c.capabilities().contains(Capability.RESEARCH))
                .extracting(AgentCard::name)
                .containsExactly("zoe", "research");
    }

    @Test
    void aDefinitionWithSeveralCapabilitiesIsAnsweredForByTheOneThatTheStepAsksFor() {
        AgentCard both = AgentCard.of("both", Capability.RESEARCH, Capability.QA);

        assertThat(reply(both, "research")).isEqualTo("native research");
        assertThat(reply(both, "qa")).isEqualTo("native qa");
        assertThatThrownBy(() -> reply(both, "write"))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("both")
                .hasMessageContaining("write");
    }

    @Test
    void aCapabilityWithoutANativeAgentFailsTheAttemptInWords() {
        assertThatThrownBy(() -> reply(AgentCard.of("coder", Capability.CODE), "code"))
                .isInstanceOf(AgentException.class)
                .hasMessage("no native agent can do code, and agent coder has no model;"
                        + " take code out of its capabilities");
    }

    @Test
    void aClassAnswersInItsOwnName() {
        var own = new OwnAgent(AgentCard.of("research", Capability.RESEARCH), saying("my class"));
        Roster roster = roster(List.of(), List.of(own));

        assertThat(roster.cards()).hasSize(5);
        assertThat(reply(roster, own.card(), window("research", Map.of()))).isEqualTo("my class");
    }

    @Test
    void aPinnedClassThatThisProgramDoesNotHaveIsNeverReplacedByANativeAgent() {
        AgentCard pinned = new OwnAgent(AgentCard.of("mine", Capability.RESEARCH), saying("my class")).card();

        assertThatThrownBy(() -> reply(pinned, "research"))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("program that began this run");
    }

    @Test
    void aPinnedDefinitionWhoseFileIsGoneIsAnsweredForAsItWas() {
        AgentCard pinned =
                AgentCard.of(AgentCard.of("gone", Capability.RESEARCH).toJson());

        assertThat(reply(pinned, "research")).isEqualTo("native research");
    }

    @Test
    void twoUsersAgentsOfOneNameAreRefusedWithBothPlaces() {
        AgentCard mine = AgentCard.of("mine", Capability.RESEARCH);

        assertThatThrownBy(() -> roster(List.of(file(mine)), List.of(new OwnAgent(mine, saying("x")))))
                .hasMessageContaining("agents/mine.md")
                .hasMessageContaining("code");
    }

    @Test
    void inputsThatDoNotFitTheDefinitionsSchemaFailTheAttempt() {
        AgentCard picky = card("{\"name\":\"picky\",\"capabilities\":[\"research\"],\"origin\":\"user\",\"input\":"
                + "{\"required\":[\"subject\"]}}");
        Roster roster = roster(List.of(), List.of());

        assertThat(reply(roster, picky, window("research", Map.of("subject", Json.of("A")))))
                .isEqualTo("native research");
        assertThatThrownBy(() -> reply(roster, picky, window("research", Map.of())))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("subject");
    }

    @Test
    void proposalsOutsideOfWhatTheDefinitionNamesFailTheAttempt() {
        Agent proposing = window -> new Turn.Final(JsonText.parse("{\"proposals\":[{\"namespace\":\"team/a\"}]}"));
        AgentCard narrow = card("{\"name\":\"keeper\",\"capabilities\":[\"memory\"],\"origin\":\"user\","
                + "\"proposes\":[\"tea\",\"other\"]}");
        AgentCard wide = card(
                "{\"name\":\"keeper\",\"capabilities\":[\"memory\"],\"origin\":\"user\"," + "\"proposes\":[\"team\"]}");
        var roster = new Roster(
                new Roster.Minds(Map.of(Capability.MEMORY, proposing), List.of()), List.of(), new SchemaCheck());

        assertThat(reply(roster, wide, window("memory", Map.of()))).contains("team/a");
        assertThatThrownBy(() -> reply(roster, narrow, window("memory", Map.of())))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("team/a");
    }

    private static AgentCard card(String json) {
        return AgentCard.of(JsonText.parse(json));
    }

    private static AgentFile file(AgentCard card) {
        return new AgentFile(card, "agents/" + card.name() + ".md", "", true);
    }

    private static Roster roster(List<AgentFile> files, List<OwnAgent> own) {
        return new Roster(new Roster.Minds(NATIVES, own), files, new SchemaCheck());
    }

    private static String reply(AgentCard card, String capability) {
        return reply(roster(List.of(), List.of()), card, window(capability, Map.of()));
    }

    private static String reply(Roster roster, AgentCard card, Window window) {
        Agent agent = Objects.requireNonNull(roster.answering(List.of(card)).get(card.name()));
        Json output = ((Turn.Final) agent.reply(window)).output();
        return output.asText().orElseGet(() -> JsonText.print(output));
    }

    private static Agent saying(String text) {
        return window -> new Turn.Final(Json.of(text));
    }

    private static Window window(String capability, Map<String, Json> inputs) {
        return new Window(
                "r",
                "s",
                1,
                1,
                "a",
                List.of(
                        new Window.Section(Window.Part.BRIEF, List.of(item("capability", Json.of(capability)))),
                        new Window.Section(
                                Window.Part.INPUTS,
                                inputs.entrySet().stream()
                                        .map(e -> item(e.getKey(), e.getValue()))
                                        .toList())),
                List.of());
    }

    private static Window.Item item(String name, Json content) {
        return new Window.Item(name, "plan", new Value(content, Label.user("plan")));
    }
}
