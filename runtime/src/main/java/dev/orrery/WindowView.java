package dev.orrery;

import dev.orrery.message.Hash;
import dev.orrery.message.Window;

/** What an agent saw, and the hash under which it is kept. */
public record WindowView(Window window, Hash hash) {}
