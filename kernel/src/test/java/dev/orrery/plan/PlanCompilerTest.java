package dev.orrery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan is checked before any of it runs; each error names the step and says what would be right. */
class PlanCompilerTest {
    private static final Json FOUND = JsonText.parse(
            "{\"type\": \"object\", \"properties\": {\"list\": {\"type\": \"array\"}, \"name\": {\"type\": \"string\"}}}");

    static final Catalog CATALOG =
            new Catalog(EnumSet.allOf(Capability.class), Set.of("look"), Map.of(Capability.RESEARCH, FOUND), 50);

    private static final Step FIND = Step.of("find", Capability.RESEARCH, "Find.", Map.of());
    private static final Step WRITE = Step.of("write", Capability.WRITE, "Write.", Map.of());

    @Test
    void aPlanThatCanRunHasNoErrors() {
        assertThat(errors(FIND, each(new Ref.Output("find", "list")), WRITE)).isEmpty();
    }

    @Test
    void aPlanThatNoEventCouldHoldIsRefused() {
        Json deep = Json.object();
        for (int i = 0; i < 80; i++) deep = Json.object().with("in", deep);

        check("a plan nests at most 64 deep", needs("x", new Ref.Literal(deep)), WRITE);
    }

    @Test
    void errorsNameTheStepAndWhatWouldBeRight() {
        check("find: two steps have this id", FIND, FIND, WRITE);
        check("plan: this id belongs to the kernel", Step.of("plan", Capability.RESEARCH, "", Map.of()), WRITE);
        check("a/b: this id belongs to the kernel", Step.of("a/b", Capability.RESEARCH, "", Map.of()), WRITE);
        check("x: planning is the kernel's", Step.of("x", Capability.PLAN, "", Map.of()), WRITE);
        check("x: reviews are the kernel's; give the step", Step.of("x", Capability.QA, "", Map.of()), WRITE);
        check("find: no agent may use the tool dig", FIND.withTools(List.of("dig")), WRITE);
        check("x: needs its own output", needs("x", new Ref.Output("x", "")), WRITE);
        check("x: needs the step \"y\", which does not exist", needs("x", new Ref.Output("y", "")), WRITE);
        check("x: input a is the forEach value, but the step has no forEach", needs("x", new Ref.Item()), WRITE);
        check(
                "x: input a names find.nothing, but the output of find has no \"nothing\"",
                FIND,
                needs("x", new Ref.Output("find", "nothing")),
                WRITE);
        check(
                "each: forEach runs over an array, but find.name is of type string",
                FIND,
                each(new Ref.Output("find", "name")),
                WRITE);
        check("each: forEach runs over a list, not over this", each(new Ref.Goal()), WRITE);
        check("each: two forEach values have the key a", each(items("a", "a")), WRITE);
        check("each: each forEach value has a key of lower-case letters", each(items("../a")), WRITE);
        check(
                "x: input a names each.key, but each is a forEach",
                each(items("a")),
                needs("x", new Ref.Output("each", "key")),
                WRITE);
        check("find: the scope names a member of the forEach value", FIND.withScope(List.of("${item.x}")), WRITE);
        check("deliver: names the step whose output is the answer; \"write\" is no step", FIND);
        check("deliver: write must have the capability write", Step.of("write", Capability.RESEARCH, "", Map.of()));
        check("deliver: write cannot be a forEach", WRITE.withForEach(new Step.ForEach(items("a"), "item")));
        check("budget: the plan needs at least 61 turns and 50 are left", each(many(60)), WRITE);
    }

    @Test
    void theCycleItselfIsNamed() {
        check(
                "b: waits for itself, b after c after b",
                needs("a", new Ref.Output("b", "")),
                needs("b", new Ref.Output("c", "")),
                needs("c", new Ref.Output("b", "")),
                WRITE);
    }

    @Test
    void aCapabilityThatNobodyHasIsNamed() {
        var catalog = new Catalog(Set.of(Capability.WRITE), Set.of(), Map.of(), 50);

        assertThat(PlanCompiler.errors(plan(FIND.withRubric(List.of("Good.")), WRITE), catalog))
                .containsExactly(
                        "find: no agent has the capability research",
                        "find: has a rubric, but no agent has the capability qa");
    }

    @Test
    void aLongChainIsWalkedToItsEnd() {
        Step[] chain = IntStream.range(0, Plan.STEPS_MAX)
                .mapToObj(i -> i == 0 ? WRITE : needs("s" + i, new Ref.Output(i == 1 ? "write" : "s" + (i - 1), "")))
                .toArray(Step[]::new);

        assertThat(PlanCompiler.errors(plan(chain), new Catalog(CATALOG.capabilities(), Set.of(), Map.of(), 999)))
                .isEmpty();
    }

    @Test
    void aScopeTakesTheTextsOfItsItemAndNothingElse() {
        Step each = each(items("a")).withScope(List.of("${item.folder}/x", "${item.none}", "${item.n}"));
        Json item =
                Json.object().with("key", "a").with("folder", "$1\\${item.n}").with("n", 5);

        assertThat(each.child(item).scope()).containsExactly("$1\\${item.n}/x", "${item.none}", "${item.n}");
    }

    private static void check(String error, Step... steps) {
        assertThat(errors(steps)).anyMatch(e -> e.startsWith(error));
    }

    private static List<String> errors(Step... steps) {
        return PlanCompiler.errors(plan(steps), CATALOG);
    }

    private static Plan plan(Step... steps) {
        return new Plan(Arrays.asList(steps), "write", List.of(), Json.object());
    }

    private static Step needs(String id, Ref ref) {
        return Step.of(id, Capability.RESEARCH, "", Map.of("a", ref));
    }

    private static Step each(Ref over) {
        return Step.of("each", Capability.RESEARCH, "", Map.of()).withForEach(new Step.ForEach(over, "item"));
    }

    private static Ref items(String... keys) {
        return new Ref.Literal(Json.of(
                Arrays.stream(keys).map(k -> Json.object().with("key", k)).toList()));
    }

    private static Ref many(int count) {
        return items(IntStream.range(0, count).mapToObj(i -> "k" + i).toArray(String[]::new));
    }
}
