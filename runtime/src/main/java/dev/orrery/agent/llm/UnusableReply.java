package dev.orrery.agent.llm;

/** A model's reply cannot be used; the message is the critique that the model is shown. */
final class UnusableReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableReply(String critique) {
        super(critique, null, false, false);
    }

    String critique() {
        return String.valueOf(getMessage());
    }
}
