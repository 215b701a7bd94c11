/**
 * What the documents of several subjects have in common. Headings are where authors say what they write about: a term that
 * stands in the headings of several subjects, is specific, and is a noun of which good statements exist, is a topic. No
 * topic of any field is built in. Start with {@link dev.orrery.agent.extractive.topics.TopicFinder}.
 */
@NullMarked
package dev.orrery.agent.extractive.topics;

import org.jspecify.annotations.NullMarked;
