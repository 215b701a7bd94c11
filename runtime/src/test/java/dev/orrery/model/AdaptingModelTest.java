package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orrery.message.Json;
import dev.orrery.model.ModelException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The steps down, without a server. */
class AdaptingModelTest {
    private static final Prompt PLAIN = Prompt.of(new Message.User("a question"));
    private static final Prompt SHAPED = PLAIN.shaped("answer", Json.object().with("type", "object"));
    private static final Prompt OFFERING = PLAIN.offering(List.of(new Offer("find", "Finds.", Json.object())));
    private static final Completion DONE = new Completion("{}", List.of(), Stop.END, Optional.empty());

    private final Map<String, Manner> kept = new HashMap<>();
    private final List<Manner> tried = new ArrayList<>();

    @Test
    void theFirstFormThatWorksIsKept() {
        Model model = model((_, manner) -> manner.form() == Form.OBJECT ? "" : "400 only json_object is supported");

        model.complete(SHAPED, Bounds.USUAL);
        model.complete(SHAPED, Bounds.USUAL);

        assertThat(tried)
                .extracting(Manner::form)
                .containsExactly(Form.SCHEMA, Form.OBJECT_WITH_SCHEMA, Form.OBJECT, Form.OBJECT);
    }

    @Test
    void aNamelessFiveHundredHasToHappenTwice() {
        Model model = model((_, manner) -> manner.form() == Form.SCHEMA ? "500 internal error" : "");

        for (int n = 0; n < 3; n++) model.complete(SHAPED, Bounds.USUAL);

        assertThat(tried)
                .extracting(Manner::form)
                .containsExactly(
                        Form.SCHEMA,
                        Form.OBJECT_WITH_SCHEMA,
                        Form.SCHEMA,
                        Form.OBJECT_WITH_SCHEMA,
                        Form.OBJECT_WITH_SCHEMA);
    }

    @Test
    void whenNothingWorksTheFirstFailureIsReportedAndNothingKept() {
        Model model = model((_, manner) -> "400 " + manner.form() + " is not to my taste");

        ModelException failure = catchThrowableOfType(ModelException.class, () -> model.complete(SHAPED, Bounds.USUAL));

        assertThat(failure).hasMessageContaining("SCHEMA is not");
        assertThat(kept).isEmpty();
    }

    @Test
    void toolsStepDownAloneWhenTheyAreNamed() {
        Model model =
                model((_, manner) -> manner.tools() == ToolForm.API ? "500 tools param requires --jinja flag" : "");

        model.complete(OFFERING.shaped("answer", Json.object()), Bounds.USUAL);
        model.complete(SHAPED, Bounds.USUAL);

        assertThat(tried).hasSize(3);
        assertThat(tried.getLast().form())
                .as("a shape alone is still asked for in full")
                .isEqualTo(Form.SCHEMA);
    }

    @Test
    void aParameterThatTheServerNamesIsLeftOut() {
        Model model = model((_, manner) -> manner.quirks().contains(Quirk.FIXED_TEMPERATURE)
                ? ""
                : "400 Unsupported value: 'temperature' does not support 0 with this model.");

        model.complete(PLAIN, Bounds.USUAL);

        assertThat(tried).hasSize(2);
        assertThat(kept.values())
                .singleElement()
                .satisfies(manner -> assertThat(manner.quirks()).containsExactly(Quirk.FIXED_TEMPERATURE));
    }

    @Test
    void whatIsNotAboutTheRequestStepsNowhere() {
        check("429 slow down");
        check("503 loading model");
        check("401 no key");
    }

    private void check(String answer) {
        tried.clear();
        Model model = model((_, _) -> answer);

        assertThat(catchThrowableOfType(ModelException.class, () -> model.complete(SHAPED, Bounds.USUAL)))
                .isNotNull();
        assertThat(tried).hasSize(1);
    }

    /** A server that answers with a status and a message, or, with none, is content. */
    private Model model(BiFunction<Prompt, Manner, String> server) {
        Line line = new Line() {
            @Override
            public ModelName name() {
                return new ModelName(Provider.OPENAI, "fake");
            }

            @Override
            public URI endpoint() {
                return URI.create("http://127.0.0.1:1/v1");
            }

            @Override
            public List<Form> forms() {
                return List.of(Form.values());
            }

            @Override
            public Completion say(Prompt prompt, Manner manner, Bounds bounds) {
                tried.add(manner);
                String answer = server.apply(prompt, manner);
                if (answer.isEmpty()) return DONE;
                int status = Integer.parseInt(answer.substring(0, 3));
                Kind kind = switch (status) {
                    case 401 -> Kind.AUTH;
                    case 429, 503 -> Kind.OVERLOADED;
                    case 500 -> Kind.TRANSIENT;
                    default -> Kind.REFUSED;
                };
                throw new ModelException(kind, answer).withStatus(status);
            }
        };
        return new AdaptingModel(line, new KeptInMemory(kept), () -> 0);
    }

    private record KeptInMemory(Map<String, Manner> kept) implements Abilities {
        @Override
        public Optional<Manner> known(URI endpoint, ModelName model) {
            return Optional.ofNullable(kept.get(model.toString()));
        }

        @Override
        public void learn(URI endpoint, ModelName model, Manner manner) {
            kept.put(model.toString(), manner);
        }

        @Override
        public void forget(URI endpoint, ModelName model) {
            kept.remove(model.toString());
        }
    }
}
