package dev.orrery.model.langchain4j;

/** Tells LangChain4j that a request came to nothing; what happened stands in {@link Wire}. */
final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }
}
