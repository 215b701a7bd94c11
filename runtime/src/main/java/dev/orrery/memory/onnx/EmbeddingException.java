package dev.orrery.memory.onnx;

/** The embedding model does not work. Searching by words does without it. */
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddingException(String message, Throwable cause) {
        super(message, cause);
    }
}
