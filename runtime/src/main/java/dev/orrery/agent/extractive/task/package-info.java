/**
 * What an extractive agent is asked: the subject, the topics and the kind of goal, read out of the declared inputs of a
 * window. Reading is lenient: a member that is missing or of another type is as if it had not been given.
 */
@NullMarked
package dev.orrery.agent.extractive.task;

import org.jspecify.annotations.NullMarked;
