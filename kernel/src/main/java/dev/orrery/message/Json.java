package dev.orrery.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable JSON value: the shape of everything that agents, tools and events exchange. Two values are equal when
 * their content is; the order of an object's members is kept but does not count.
 */
public sealed interface Json {

    /** A JSON object. Members keep the order in which they were given. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Members.of(members);
        }

        /** Returns a copy in which {@code name} has {@code value}, added at the end when it is new. */
        public Obj with(String name, Json value) {
            return new Obj(Members.of(members).with(name, value));
        }

        /** Returns a copy in which {@code name} has the text {@code value}. */
        public Obj with(String name, String value) {
            return with(name, new Str(value));
        }

        /** Returns a copy in which {@code name} has the whole number {@code value}. */
        public Obj with(String name, long value) {
            return with(name, Json.of((double) value));
        }
    }

    /** A JSON array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A JSON string. */
    record Str(String text) implements Json {}

    /** A JSON number. Whole numbers beyond 2^53 lose precision, as they do in most JSON readers. */
    record Num(double value) implements Json {
        public Num {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("JSON has no number " + value);
            // Minus zero equals zero: it is written as 0 and would come back as another number.
            if (value == 0) value = 0;
        }

        /** Tells whether the number is whole and small enough to be exact. */
        public boolean whole() {
            return value == Math.rint(value) && Math.abs(value) <= 0x1p53;
        }
    }

    /** A JSON boolean. */
    record Bool(boolean value) implements Json {}

    /** The JSON null. */
    record Null() implements Json {}

    /** Returns the object without members: where objects are built from. */
    static Obj object() {
        return new Obj(Map.of());
    }

    /** Wraps a text. */
    static Str of(String text) {
        return new Str(text);
    }

    /** Wraps a number. */
    static Num of(double value) {
        return new Num(value);
    }

    /** Wraps a boolean. */
    static Bool of(boolean value) {
        return new Bool(value);
    }

    /** Wraps a list of values. */
    static Arr of(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** Wraps a list of texts. */
    static Arr texts(List<String> texts) {
        return new Arr(texts.stream().<Json>map(Str::new).toList());
    }

    /** Returns the member {@code name}; empty when this is no object, has no such member, or it is null. */
    default Optional<Json> at(String name) {
        return this instanceof Obj o
                ? Optional.ofNullable(o.members().get(name)).filter(v -> !(v instanceof Null))
                : Optional.empty();
    }

    /** Returns the text of member {@code name}, or {@code otherwise} when there is none. */
    default String text(String name, String otherwise) {
        return at(name).flatMap(Json::asText).orElse(otherwise);
    }

    /** Returns the text of member {@code name}, or the empty text. */
    default String text(String name) {
        return text(name, "");
    }

    /** Returns the whole number in member {@code name}, or {@code otherwise} when there is none. */
    default long number(String name, long otherwise) {
        return at(name).map(v -> v instanceof Num n ? (long) n.value() : otherwise)
                .orElse(otherwise);
    }

    /** Returns the number in member {@code name}, or {@code otherwise} when there is none. */
    default double decimal(String name, double otherwise) {
        return at(name).orElse(new Null()) instanceof Num n ? n.value() : otherwise;
    }

    /** Tells whether member {@code name} is the boolean true. */
    default boolean flag(String name) {
        return at(name).map(v -> v instanceof Bool b && b.value()).orElse(false);
    }

    /** Returns the items of member {@code name}; the empty list when it is no array. */
    default List<Json> list(String name) {
        return at(name).map(Json::items).orElse(List.of());
    }

    /** Returns the texts among the items of member {@code name}. */
    default List<String> textList(String name) {
        return list(name).stream().flatMap(v -> v.asText().stream()).toList();
    }

    /** Returns the items when this is an array, else the empty list. */
    default List<Json> items() {
        return List.of();
    }

    /** Returns the text when this is a string. */
    default Optional<String> asText() {
        return this instanceof Str s ? Optional.of(s.text()) : Optional.empty();
    }

    /** Returns every text in this value, depth first, object keys left out. */
    default Stream<String> allTexts() {
        return switch (this) {
            case Obj o -> o.members().values().stream().flatMap(Json::allTexts);
            case Arr a -> a.items().stream().flatMap(Json::allTexts);
            case Str s -> Stream.of(s.text());
            case Num _, Bool _, Null _ -> Stream.of();
        };
    }

    /** Tells whether this nests deeper than {@code levels}; a value that holds no other has one level. */
    default boolean deeperThan(int levels) {
        if (levels < 1) return true;
        return switch (this) {
            case Obj o -> o.members().values().stream().anyMatch(v -> v.deeperThan(levels - 1));
            case Arr a -> a.items().stream().anyMatch(v -> v.deeperThan(levels - 1));
            case Str _, Num _, Bool _, Null _ -> false;
        };
    }
}
