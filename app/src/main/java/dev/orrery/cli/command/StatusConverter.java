package dev.orrery.cli.command;

import dev.orrery.memory.Status;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the status of an entry of memory by its stable name. */
final class StatusConverter implements ITypeConverter<Status> {
    @Override
    public Status convert(String text) {
        return Status.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is none; there are live, proposed, rejected and closed"));
    }
}
