/**
 * The embedding adapter: a small model in this process, without a service. {@link dev.orrery.memory.onnx.E5Embedder} runs
 * the model, {@link dev.orrery.memory.onnx.KeptVectors} remembers what it said.
 */
@NullMarked
package dev.orrery.memory.onnx;

import org.jspecify.annotations.NullMarked;
