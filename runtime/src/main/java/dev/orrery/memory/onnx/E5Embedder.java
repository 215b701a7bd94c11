package dev.orrery.memory.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.orrery.memory.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The model e5-small-v2, quantised, on one thread of the processor. It is told whether a text is a query or a passage, as
 * it was trained; the vector is the mean over all pieces.
 *
 * <p>Texts are embedded one by one: the quantised model scales its numbers over the whole batch, so a text would have
 * another vector in other company. Thread-safe.
 */
public final class E5Embedder implements Embedder {
    /** The most pieces of a text that are looked at; sentences are far shorter. */
    private static final int PIECES_MAX = 256;

    private static final String MODEL = "e5-small-v2-q";
    private static final int DIMENSIONS = 384;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final boolean typed;

    private E5Embedder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
        this.typed = session.getInputNames().contains("token_type_ids");
    }

    /**
     * Loads the model, which takes about half a second.
     *
     * @throws EmbeddingException when it is not there or does not run on this machine
     */
    public static E5Embedder load() {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            var environment = OrtEnvironment.getEnvironment();
            var pieces = WordPiece.of(new String(resource(MODEL + "-tokenizer.json"), StandardCharsets.UTF_8));
            return new E5Embedder(environment, environment.createSession(resource(MODEL + ".onnx"), options), pieces);
        } catch (OrtException | IOException | UnsatisfiedLinkError e) {
            throw new EmbeddingException("the embedding model " + MODEL + " does not run here: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = E5Embedder.class.getResourceAsStream("/" + name)) {
            if (in == null) throw new IOException(name + " is not on the class path");
            return in.readAllBytes();
        }
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] passage(String text) {
        return embed("passage: " + text);
    }

    @Override
    public float[] query(String text) {
        return embed("query: " + text);
    }

    private float[] embed(String text) {
        long[] ids = pieces.ids(text, PIECES_MAX);
        long[] shape = {1, ids.length};
        long[] attention = new long[ids.length];
        java.util.Arrays.fill(attention, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", tensor(ids, shape));
            inputs.put("attention_mask", tensor(attention, shape));
            if (typed) inputs.put("token_type_ids", tensor(new long[ids.length], shape));
            try (OrtSession.Result result = session.run(inputs)) {
                return mean(((float[][][]) result.get(0).getValue())[0]);
            }
        } catch (OrtException e) {
            throw new EmbeddingException("the embedding model failed on a text of " + text.length() + " characters", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    /** Returns the mean of the pieces' vectors, at length 1. */
    private static float[] mean(float[][] states) {
        var sum = new double[DIMENSIONS];
        for (float[] state : states) for (int i = 0; i < DIMENSIONS; i++) sum[i] += state[i];
        double length = 0;
        for (double x : sum) length += x * x;
        length = Math.sqrt(length);
        var mean = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) mean[i] = (float) (sum[i] / length);
        return mean;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EmbeddingException("the embedding model cannot be closed", e);
        }
    }
}
