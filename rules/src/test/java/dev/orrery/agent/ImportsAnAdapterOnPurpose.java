package dev.orrery.agent;

import dev.orrery.memory.broken.AdapterOnPurpose;

/** A room that names an adapter. */
public final class ImportsAnAdapterOnPurpose {
    final Class<?> adapter = AdapterOnPurpose.class;
}
