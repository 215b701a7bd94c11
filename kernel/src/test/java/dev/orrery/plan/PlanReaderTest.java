package dev.orrery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever an author writes is read, or refused with the place and the remedy; nothing is left out in silence. */
class PlanReaderTest {
    private static final String GOOD = """
            {"kind": "compare", "remarks": ["x"], "deliver": "write", "gaps": [{"step": "research/acme", "text": "why"}],
             "steps": [
               {"id": "find", "capability": "research", "instructions": "Find them.", "output": {"type": "object"}},
               {"id": "research", "capability": "research", "instructions": "Look.",
                "inputs": {"goal": {"goal": true}, "subject": {"item": true}, "n": {"value": null}, "f": {"step": "find", "path": "a.b"}},
                "rubric": ["Quotes."], "tools": ["look"], "scope": ["${item.folder}"],
                "forEach": {"over": {"step": "find", "path": "list"}, "as": "subject"}, "after": ["find"]},
               {"id": "write", "capability": "write"}]}
            """;

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        Plan plan = plan(JsonText.parse(GOOD));

        assertThat(plan.step("research").orElseThrow().needs()).containsExactly("find");
        assertThat(plan.extra().textList("remarks")).containsExactly("x");
        assertThat(plan(plan.toJson())).isEqualTo(plan);
        assertThat(plan.steps())
                .allMatch(s -> PlanReader.step(s.toJson()).orElseThrow().equals(s));
    }

    @Test
    void stepsOfTheKernelsOwnAreReadBack() {
        for (String id : List.of("research/acme", "research/acme#qa2", "write#qa1", "plan", "replan-2")) {
            assertThat(PlanReader.step(step("\"" + id + "\""))).as(id).isPresent();
        }
    }

    @Test
    void errorsNameThePlaceAndTheRemedy() {
        check("[]", "steps: a plan has at least one step");
        check("{\"steps\": {\"id\": \"a\"}}", "steps: is not a list; put it in brackets");
        check(step("id", "\"../up\""), "steps[0].id: \"../up\" is no step id; take lower-case letters");
        check(step("id", "\"Upper\""), "steps[0].id: \"Upper\" is no step id");
        check(step("id", "7"), "steps[0].id: is not a text");
        check(step("capability", "\"dance\""), "steps[0].capability: \"dance\" is none of plan research write");
        check(step("rubric", "\"Quotes.\""), "steps[0].rubric: is not a list; put it in brackets");
        check(step("scope", "[\"acme\", 5]"), "steps[0].scope: is a list of texts, and holds something else");
        check(step("tools", "[null]"), "steps[0].tools: is a list of texts");
        check(step("after", "{}"), "steps[0].after: is not a list");
        check(step("inputs", "[]"), "steps[0].inputs: is not an object");
        check(step("inputs", "{\"x\": \"goal\"}"), "steps[0].inputs.x: is no reference; write {\"goal\":true}");
        check(step("inputs", "{\"x\": {\"step\": 5}}"), "steps[0].inputs.x: is no reference");
        check(step("inputs", "{\"x\": {\"step\": \"a\", \"path\": 5}}"), "steps[0].inputs.x.path: is not a text");
        check(step("output", "\"object\""), "steps[0].output: is not an object");
        check(step("forEach", "\"list\""), "steps[0].forEach.over: is no reference");
        check("{\"steps\": [1], \"gaps\": [\"acme\"]}", "gaps[0]: write {\"step\":ID,\"text\":WHY}");
    }

    @Test
    void thousandsOfErrorsAreNotSpelledOut() {
        String steps = String.join(",", java.util.Collections.nCopies(700, "{\"id\": \"" + "X".repeat(9_999) + "\"}"));

        List<String> errors = errors(JsonText.parse("{\"steps\": [" + steps + "]}"));

        assertThat(errors).hasSize(Errors.MAX + 1).endsWith("and 981 more");
        assertThat(errors).contains("steps: a plan has at most 500, not 700").allMatch(e -> e.length() < 300);
    }

    @Test
    void nothingThatIsJsonMakesItThrow() {
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            Json mangled = mangled(JsonText.parse(GOOD), random);
            switch (PlanReader.read(mangled)) {
                case PlanReader.Reading.Malformed malformed ->
                    assertThat(malformed.errors()).isNotEmpty();
                case PlanReader.Reading.Read read -> {
                    assertThat(plan(read.plan().toJson())).as("seed %d", seed).isEqualTo(read.plan());
                    assertThat(PlanCompiler.errors(read.plan(), PlanCompilerTest.CATALOG))
                            .isNotNull();
                }
            }
        }
    }

    /** Returns {@code json} with something replaced by something that does not belong there. */
    private static Json mangled(Json json, Random random) {
        if (random.nextInt(12) == 0) return strange(random);
        return switch (json) {
            case Json.Obj o -> {
                Json.Obj copy = Json.object();
                for (var member : o.members().entrySet()) {
                    if (random.nextInt(25) > 0) copy = copy.with(member.getKey(), mangled(member.getValue(), random));
                }
                yield copy;
            }
            case Json.Arr a ->
                Json.of(a.items().stream().map(i -> mangled(i, random)).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }

    private static Json strange(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Json.Null();
            case 1 -> Json.of(-1e300);
            case 2 -> Json.of("../../etc/\u0000\ud800");
            case 3 -> Json.of(List.of(new Json.Null(), Json.of(true)));
            case 4 -> Json.object().with("step", "research").with("path", "..");
            case 5 -> JsonText.parse("[".repeat(JsonText.DEPTH_MAX) + "]".repeat(JsonText.DEPTH_MAX));
            case 6 -> Json.of("find");
            default -> Json.object().with("goal", Json.of("yes"));
        };
    }

    private static void check(String text, String error) {
        check(JsonText.parse(text), error);
    }

    private static void check(Json json, String error) {
        assertThat(errors(json)).as(JsonText.print(json)).anyMatch(e -> e.startsWith(error));
    }

    private static Json step(String member, String value) {
        Json.Obj step = (Json.Obj) step("\"a\"");
        return Json.object().with("steps", Json.of(List.of(step.with(member, JsonText.parse(value)))));
    }

    private static Json step(String id) {
        return JsonText.parse("{\"id\": " + id + ", \"capability\": \"research\", \"instructions\": \"Look.\"}");
    }

    private static List<String> errors(Json json) {
        return PlanReader.read(json) instanceof PlanReader.Reading.Malformed m ? m.errors() : List.of();
    }

    private static Plan plan(Json json) {
        if (PlanReader.read(json) instanceof PlanReader.Reading.Read read) return read.plan();
        throw new AssertionError(errors(json));
    }
}
