package dev.orrery.kernel;

import dev.orrery.message.Json;
import java.util.List;

/**
 * What the user asked for beside the goal.
 *
 * @param planOnly end once the plan is accepted, with the plan as the answer
 * @param approvePlan ask a human before the plan runs
 * @param knowledge the knowledge folders, as given
 * @param out the folder for the report and files; empty for none
 */
public record Options(boolean planOnly, boolean approvePlan, List<String> knowledge, String out) {
    /** Nothing asked for. */
    public static final Options NONE = new Options(false, false, List.of(), "");

    public Options {
        knowledge = List.copyOf(knowledge);
    }

    /** Returns a copy with another folder for the report and files; empty for none. */
    public Options into(String folder) {
        return new Options(planOnly, approvePlan, knowledge, folder);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object()
                .with("planOnly", Json.of(planOnly))
                .with("approvePlan", Json.of(approvePlan))
                .with("knowledge", Json.texts(knowledge))
                .with("out", out);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Options of(Json json) {
        return new Options(
                json.flag("planOnly"), json.flag("approvePlan"), json.textList("knowledge"), json.text("out"));
    }
}
