package dev.orrery.message;

import dev.orrery.agent.ImportsAnAdapterOnPurpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does in a pure room what no room may do, so that each rule can be seen to fire. */
public final class BrokenOnPurpose {
    final Class<?> foreignRoom = ImportsAnAdapterOnPurpose.class;
    final boolean file = Files.exists(Path.of("x"));
    final Supplier<Instant> clock = Instant::now;
    final UUID chance = UUID.randomUUID();
    final String setting = String.valueOf(System.getenv("X"));
    final Class<?> library = org.assertj.core.api.Assertions.class;

    void everythingElse() throws Exception {
        System.out.println("printed");
        new IllegalStateException("printed").printStackTrace();
        TimeUnit.SECONDS.sleep(1);
        if (file) {
            throw new RuntimeException("bare");
        }
        System.exit(1);
    }
}
