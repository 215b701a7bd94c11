package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.model.Offer;
import dev.orrery.model.Shape;
import java.util.List;
import java.util.function.Function;

/**
 * One question to a model.
 *
 * @param text what is asked; the stable part stands first, so that a server's prefix cache holds
 * @param shape what the reply is asked to look like
 * @param accepted the schema that the reply must fit, which may ask for less
 * @param offers the tools that may be called instead of answering
 * @param replyTokensMax the most tokens that an answer needs
 * @param reading makes the turn of a reply that fits the shape
 */
record Question(String text, Shape shape, Json accepted, List<Offer> offers, long replyTokensMax, Reading reading) {
    Question {
        offers = List.copyOf(offers);
    }

    /** Makes a question that is answered without tools. */
    Question(String text, Shape shape, long replyTokensMax, Reading reading) {
        this(text, shape, shape.schema(), List.of(), replyTokensMax, reading);
    }

    /** Returns this question with a reply accepted that leaves members out. */
    Question allowingGaps() {
        Json partial = ((Json.Obj) shape.schema()).with("required", Json.texts(List.of()));
        return new Question(text, shape, partial, offers, replyTokensMax, reading);
    }

    /** Reads a reply. */
    @FunctionalInterface
    interface Reading extends Function<Json, Turn> {
        /**
         * Returns the turn that {@code reply} means.
         *
         * @throws UnusableReply when it means none; the model is told why and asked once more
         */
        @Override
        Turn apply(Json reply);
    }
}
