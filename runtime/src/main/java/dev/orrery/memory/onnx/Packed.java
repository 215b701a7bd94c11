package dev.orrery.memory.onnx;

/** A vector as it is kept: each number is a multiple of one step, from -127 to 127. Immutable. */
final class Packed {
    private final float step;
    private final byte[] steps;

    Packed(float step, byte[] steps) {
        this.step = step;
        this.steps = steps;
    }

    static Packed of(float[] vector) {
        float largest = Float.MIN_NORMAL;
        for (float x : vector) largest = Math.max(largest, Math.abs(x));
        float step = largest / Byte.MAX_VALUE;
        var steps = new byte[vector.length];
        for (int i = 0; i < steps.length; i++) steps[i] = (byte) Math.round(vector[i] / step);
        return new Packed(step, steps);
    }

    float step() {
        return step;
    }

    /** Returns the steps, which the caller does not change. */
    byte[] steps() {
        return steps;
    }

    float[] vector() {
        var vector = new float[steps.length];
        for (int i = 0; i < vector.length; i++) vector[i] = steps[i] * step;
        return vector;
    }
}
