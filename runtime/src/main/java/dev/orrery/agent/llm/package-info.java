/**
 * Agents whose turns a language model takes. A {@link dev.orrery.agent.llm.ModelAgent} has a definition and a model; a form
 * puts the window to the model as one small question with a closed answer, and makes a turn of the reply:
 *
 * <ul>
 *   <li>{@code PlanForm} asks what the report is about, then for the steps;
 *   <li>{@code ResearchForm} lets the model choose statements by id, topic by topic;
 *   <li>{@code ReviewForm} asks for a verdict on what stands every check that needs no model;
 *   <li>{@code WriteForm} has statements worded, and holds each sentence to its source;
 *   <li>{@code MemoryForm} lets it choose what is worth proposing;
 *   <li>{@code ActionForm} gives any other task the tools and the schema of its result.
 * </ul>
 *
 * <p>What is asked next follows from the window and the notes in it, one question a turn, so that a crash loses the
 * question in flight and nothing else. What a model is not needed for (searching, laying out, checking) is left to the
 * native agents' code. Text that gives orders to its reader is not shown to a model.
 */
@NullMarked
package dev.orrery.agent.llm;

import org.jspecify.annotations.NullMarked;
