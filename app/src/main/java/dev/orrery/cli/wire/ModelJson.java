package dev.orrery.cli.wire;

import dev.orrery.TriedModel;
import dev.orrery.cli.text.ModelText;
import dev.orrery.message.Json;
import dev.orrery.model.ModelProbe;
import java.util.Locale;

/** The form of what was found out about a model. */
public final class ModelJson {
    private ModelJson() {}

    /** Returns the form that {@code model test} prints. */
    public static Json.Obj of(TriedModel tried) {
        ModelProbe.Found found = tried.found();
        boolean usable = found.usable();
        return Json.object()
                .with("model", tried.name().toString())
                .with("endpoint", tried.endpoint().toString())
                .with("usable", Json.of(usable))
                .with(
                        "answers",
                        Json.of(found.answers().stream().map(ModelJson::answer).toList()))
                .with("manner", usable ? found.manner().toJson() : Members.NONE)
                .with("callsInText", Json.of(found.callsInText()))
                .with(
                        "pricePerMillion",
                        Json.object()
                                .with("inputMicros", tried.price().inputMicros())
                                .with("cachedInputMicros", tried.price().cachedInputMicros())
                                .with("outputMicros", tried.price().outputMicros())
                                .with("known", Json.of(tried.price().known())))
                .with("todo", Members.orNull(ModelText.todo(tried)));
    }

    private static Json answer(ModelProbe.Answer answer) {
        return Json.object()
                .with("question", answer.question())
                .with("good", Json.of(answer.good()))
                .with("text", answer.text())
                .with(
                        "failure",
                        Members.orNull(answer.failure()
                                .map(kind ->
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .orElse("")))
                .with(
                        "usage",
                        answer.usage()
                                .<Json>map(used -> Json.object()
                                        .with("inputTokens", used.inputTokens())
                                        .with("cachedInputTokens", used.cachedInputTokens())
                                        .with("outputTokens", used.outputTokens()))
                                .orElse(Members.NONE))
                .with("timeMillis", answer.millis());
    }
}
