package dev.orrery.agent.llm;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a plan of the steps that a model wrote. Where they are what the groundwork has a plan for (research on each subject,
 * then the report), that plan is taken, narrowed to the model's subjects and topics; otherwise each step is written down as
 * the model has it. What is wrong with it, the compiler says.
 */
final class PlanOfSteps {
    private final Window window;
    private final Groundwork ground;
    private final List<Json> steps;

    PlanOfSteps(Window window, Groundwork ground, List<Json> steps) {
        this.window = window;
        this.ground = ground;
        this.steps = steps;
    }

    Json plan() {
        List<Json> research = doing(Capability.RESEARCH);
        List<Json> writing = doing(Capability.WRITE);
        if (writing.isEmpty()) throw new UnusableReply("there is no step that writes the report");
        for (String subject : ground.subjects()) {
            boolean covered = research.stream().anyMatch(s -> isAbout(s, subject));
            if (!covered) throw new UnusableReply("no research step is about " + subject);
        }
        boolean usual = ground.base().isPresent()
                && research.size() + writing.size() == steps.size()
                && writing.size() == 1
                && research.stream().allMatch(s -> s.list("needs").isEmpty())
                && ids().containsAll(writing.getFirst().textList("needs"))
                && !writing.getFirst()
                        .textList("needs")
                        .contains(writing.getFirst().text("id"));
        return usual
                ? narrowed(ground.base().orElseThrow())
                : written(writing.getLast().text("id"));
    }

    private static boolean isAbout(Json step, String subject) {
        String about = step.text("about");
        return about.equals(subject) || about.equals(Groundwork.ALL);
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        steps.forEach(s -> ids.add(s.text("id")));
        return ids;
    }

    private List<Json> doing(Capability capability) {
        return steps.stream()
                .filter(s -> s.text("does").equals(capability.wire()))
                .toList();
    }

    private Json narrowed(Json.Obj base) {
        Json subjects = Json.of(ground.items());
        Json topics = Json.of(ground.topicList());
        var narrowed = new ArrayList<Json>();
        for (Json step : base.list("steps")) {
            Json.Obj now = (Json.Obj) step;
            if (step.at("forEach").orElse(new Json.Null()) instanceof Json.Obj each) {
                now = now.with("forEach", each.with("over", Json.object().with("value", subjects)));
            }
            if (step.at("inputs").orElse(new Json.Null()) instanceof Json.Obj inputs) {
                if (inputs.at("topics").isPresent())
                    inputs = inputs.with("topics", Json.object().with("value", topics));
                if (inputs.at("subjects").isPresent()) {
                    inputs = inputs.with("subjects", Json.object().with("value", subjects));
                }
                now = now.with("inputs", inputs);
            }
            narrowed.add(now);
        }
        return base.with("steps", Json.of(narrowed));
    }

    /** Writes every step down as it is, with what it needs as its inputs. */
    private Json written(String deliver) {
        var all = new ArrayList<Json>();
        for (Json step : steps) all.add(step(step));
        return Json.object().with("kind", "model").with("steps", Json.of(all)).with("deliver", id(deliver));
    }

    private Json step(Json step) {
        Map<String, Json> inputs = new LinkedHashMap<>();
        inputs.put("goal", Json.object().with("goal", Json.of(true)));
        Optional<Json> subject = ground.items().stream()
                .filter(i -> i.text("name").equals(step.text("about")))
                .findFirst();
        boolean researches = step.text("does").equals(Capability.RESEARCH.wire());
        if (researches) {
            subject.ifPresent(s -> inputs.put("subject", literal(s)));
            inputs.put("topics", literal(ground.topicList().isEmpty() ? asked(step) : Json.of(ground.topicList())));
        }
        if (step.text("does").equals(Capability.WRITE.wire())) {
            inputs.put("subjects", literal(Json.of(ground.items())));
            inputs.put("topics", literal(Json.of(ground.topicList())));
        }
        int number = 0;
        for (String need : step.textList("needs")) {
            number++;
            boolean found = does(need, Capability.RESEARCH);
            String name = found ? (number == 1 ? "research" : "research-" + number) : "from-" + id(need);
            inputs.put(name, Json.object().with("step", id(need)));
        }
        Json.Obj written = Json.object()
                .with("id", id(step.text("id")))
                .with("capability", step.text("does"))
                .with("instructions", step.text("task").isBlank() ? step.text("id") : step.text("task"))
                .with("inputs", new Json.Obj(inputs))
                .with("rubric", Json.texts(List.of("It does what the task says: " + step.text("task"))))
                .with("tools", tools(step.text("does")));
        String folder = subject.map(s -> s.text("folder")).orElse("");
        return researches && !folder.isEmpty() ? written.with("scope", Json.texts(List.of(folder))) : written;
    }

    private static Json asked(Json step) {
        return Json.of(List.of(Json.object().with("name", Texts.brief(step.text("task"), 80))));
    }

    private boolean does(String id, Capability capability) {
        return steps.stream()
                .anyMatch(s -> s.text("id").equals(id) && s.text("does").equals(capability.wire()));
    }

    private Json tools(String capability) {
        Json usable = window.input("request").flatMap(r -> r.at("tools")).orElse(Json.object());
        return Json.texts(usable.textList(capability));
    }

    private static Json literal(Json value) {
        return Json.object().with("value", value);
    }

    /** Ids are written as plans allow them; two that become one are the compiler's to refuse. */
    private static String id(String text) {
        String id = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty() ? "step" : id.substring(0, Math.min(40, id.length()));
    }
}
