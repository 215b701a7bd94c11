package dev.orrery.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number that counts from 1. */
record Ordinal(int number) {
    /** Refuses what is no such number. */
    static final class Converter implements ITypeConverter<Ordinal> {
        @Override
        public Ordinal convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}")) throw new TypeConversionException("it counts from 1");
            return new Ordinal(Integer.parseInt(text));
        }
    }
}
