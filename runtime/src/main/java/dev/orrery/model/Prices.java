package dev.orrery.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The price table: the user's entries first, then the built-in ones. A model on this machine is free. A model that no entry
 * fits is counted at the dearest built-in price of its provider, so that a budget holds whatever it really costs; {@link
 * Price#known} is false then. Immutable.
 */
public final class Prices {
    private static final String RESOURCE = "prices.yaml";

    private final Map<String, Price> users;
    private final Map<String, Price> builtIn;

    private Prices(Map<String, Price> users, Map<String, Price> builtIn) {
        this.users = users;
        this.builtIn = builtIn;
    }

    /** Returns the built-in table. */
    public static Prices builtIn() {
        return new Prices(Map.of(), resource());
    }

    /** Reads the user's table, in the form of the built-in one, which it goes before. */
    public static Checked<Prices> read(String yaml) {
        return switch (PriceTable.read(yaml)) {
            case Checked.Valid<Map<String, Price>>(Map<String, Price> users) ->
                new Checked.Valid<>(new Prices(users, resource()));
            case Checked.Faulty<Map<String, Price>>(String message) -> new Checked.Faulty<>(message);
        };
    }

    /** Returns the price of the chosen model. */
    public Price of(ModelChoice choice) {
        return choice.isLocal() ? Price.FREE : of(choice.name());
    }

    /** Returns the price of a model that is not on this machine. */
    public Price of(ModelName model) {
        return find(users, model).or(() -> find(builtIn, model)).orElseGet(() -> dearest(model));
    }

    /** Returns what {@code usage} of a model that is not on this machine costs. */
    public long costMicros(ModelName model, Usage usage) {
        return of(model).costMicros(usage);
    }

    private static Optional<Price> find(Map<String, Price> table, ModelName model) {
        return table.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), model.toString()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static boolean fits(String prefix, String name) {
        return name.startsWith(prefix)
                && (name.length() == prefix.length() || !Character.isLetterOrDigit(name.charAt(prefix.length())));
    }

    private Price dearest(ModelName model) {
        var all = new LinkedHashMap<>(builtIn);
        all.putAll(users);
        String provider = model.provider().wire() + ":";
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(provider))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingLong(price -> price.inputMicros() + price.outputMicros()))
                .map(price -> new Price(price.inputMicros(), price.inputMicros(), price.outputMicros(), false))
                .orElseThrow(() -> new IllegalStateException("the built-in table has no price for " + provider));
    }

    private static Map<String, Price> resource() {
        try (InputStream in = Prices.class.getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException(RESOURCE + " is missing beside " + Prices.class.getName());
            return switch (PriceTable.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case Checked.Valid<Map<String, Price>>(Map<String, Price> table) -> table;
                case Checked.Faulty<Map<String, Price>>(String message) -> throw new IllegalStateException(message);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
