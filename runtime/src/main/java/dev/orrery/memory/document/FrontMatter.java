package dev.orrery.memory.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The header that site generators put before a text.
 *
 * @param title the title in it
 * @param version the version in it
 * @param body the whole text with the header blanked out, so that every line keeps its number
 */
record FrontMatter(Optional<String> title, Optional<String> version, String body) {
    private static final Pattern YAML_OR_TOML =
            Pattern.compile("\\A(---|\\+\\+\\+)[a-z]*[ \\t]*\\n(.*?)\\n\\1[ \\t]*(\\n|\\z)", Pattern.DOTALL);
    private static final Pattern PROPERTIES = Pattern.compile("\\A()((?:[\\w.-]+=.*\\n)+)~{3,}[ \\t]*(\\n|\\z)");
    private static final Pattern TITLE = field("title");
    private static final Pattern VERSION = field("version");

    static FrontMatter of(String text) {
        for (Pattern form : new Pattern[] {YAML_OR_TOML, PROPERTIES}) {
            Matcher m = form.matcher(text);
            if (!m.find()) continue;
            String header = m.group(2);
            return new FrontMatter(
                    value(TITLE, header),
                    value(VERSION, header),
                    Blanking.blanks(text.substring(0, m.end())) + text.substring(m.end()));
        }
        return new FrontMatter(Optional.empty(), Optional.empty(), text);
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?m)^" + name + "[ \\t]*[:=][ \\t]*(\\S.*)$");
    }

    private static Optional<String> value(Pattern field, String header) {
        Matcher m = field.matcher(header);
        if (!m.find()) return Optional.empty();
        String value = m.group(1).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        // A block scalar or a template is not the title itself.
        return value.matches("[|>][-+]?|.*(\\{\\{|\\{%).*")
                ? Optional.empty()
                : Optional.of(Parser.unescapeEntities(value, false));
    }
}
