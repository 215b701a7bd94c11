package dev.orrery.cli.command;

import dev.orrery.journal.StreamId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A run's id, or the beginning of one, as it was typed. */
record RunId(String text) {
    /** Refuses what can be no id. */
    static final class Converter implements ITypeConverter<RunId> {
        @Override
        public RunId convert(String text) {
            if (!StreamId.isName(text)) {
                throw new TypeConversionException("an id has 1 to " + StreamId.LENGTH_MAX
                        + " letters, digits, '.', '_' or '-', and begins with a letter or digit");
            }
            return new RunId(text);
        }
    }
}
