/**
 * Models through LangChain4j, which writes the requests of each wire format and puts streamed replies together. What decides
 * about a call stays ours: {@link dev.orrery.model.langchain4j.Wire} is the HTTP client below LangChain4j, {@link
 * dev.orrery.model.langchain4j.Tap} sees each event before it does, {@link dev.orrery.model.langchain4j.StreamedCall} keeps
 * the bounds, and {@link dev.orrery.model.langchain4j.Failures} names what went wrong. LangChain4j tries nothing again.
 */
@NullMarked
package dev.orrery.model.langchain4j;

import org.jspecify.annotations.NullMarked;
