/**
 * What reaches a person's screen: text in UTF-8 whatever the locale says, cut to the width that the screen has, without
 * control characters out of documents. Whether a stream is a screen at all is found out by the launcher.
 */
@NullMarked
package dev.orrery.cli.terminal;

import org.jspecify.annotations.NullMarked;
