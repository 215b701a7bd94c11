package dev.orrery.cli.command;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads JSON. */
final class JsonConverter implements ITypeConverter<Json> {
    @Override
    public Json convert(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(String.valueOf(malformed.getMessage()));
        }
    }
}
