package dev.orrery.memory.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Reads the inline mark-up of AsciiDoc. An attribute, a reference without words of its own or a macro whose words stand
 * elsewhere leaves a hole, since what a reader of the rendered page sees there is not in the file.
 */
final class AsciiDocText {
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("sp", " "),
            Map.entry("empty", ""),
            Map.entry("zwsp", ""),
            Map.entry("wj", ""),
            Map.entry("apos", "'"),
            Map.entry("quot", "\""),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("plus", "+"),
            Map.entry("asterisk", "*"),
            Map.entry("vbar", "|"),
            Map.entry("tilde", "~"),
            Map.entry("caret", "^"),
            Map.entry("backtick", "`"));

    /** Macros whose brackets hold the words that are shown, but for attributes at the end. */
    private static final Pattern LINK = Pattern.compile(
            "(?:(?:link|xref|mailto|api|pkg|ann|jdk|ee|mod|groovy|src|javadoc):|(?:https?|ftp|irc)://)[^\\s\\[\\]<>]*"
                    + "\\[\"?((?:[^\\]\\\\]|\\\\.)*?)\"?\\^?(?:,\\s*(?:\\w+=|opts|%)[^\\]]*)?\\]");

    /** Macros whose words are not shown as they stand. */
    private static final Pattern MACRO = Pattern.compile(
            "(?:image|icon|kbd|btn|menu|stem|latexmath|asciimath|pass|footnote|footnoteref|dependency|indexterm2?)"
                    + ":[^\\s\\[]*\\[(?:[^\\]\\\\]|\\\\.)*\\]");

    private static final Pattern REFERENCE = Pattern.compile("<<[^>,]*(?:,\\s*([^>]*))?>>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w[\\w-]*)(?::[^}]*)?\\}");
    private static final Pattern TERM = Pattern.compile("\\(\\(([^()]+)\\)\\)");
    private static final Pattern LITERAL =
            Pattern.compile("\\({3}[^)]*\\){3}|\\+{3}.*?\\+{3}|\\$\\$.*?\\$\\$", Pattern.DOTALL);
    private static final Pattern SILENT = Pattern.compile("\\[\\[[^\\]]*\\]\\]|anchor:[^\\s\\[]*\\[[^\\]]*\\]"
            + "|\\[[#.%][\\w.#% -]*\\](?=[#*_`])|<\\d+>|[ \\t]\\+(?=\\n|\\z)");
    private static final Pattern CODE =
            Pattern.compile("``(.+?)``|`\\+(.+?)\\+`|`([^`\\s](?:[^`]*[^`\\s])?)`", Pattern.DOTALL);
    private static final Pattern DOUBLE = Pattern.compile("(\\*\\*|__|##)(\\S.*?)\\1", Pattern.DOTALL);
    private static final Pattern SINGLE =
            Pattern.compile("([*_#])(\\S|\\S.*?\\S)\\1(?![\\p{L}\\p{N}_])", Pattern.DOTALL);
    private static final Pattern RAISED = Pattern.compile("([\\^~])(\\S+?)\\1");
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#x[\\da-fA-F]{1,6}|\\w{2,31});");
    private static final Pattern QUOTE = Pattern.compile("([\"'])`|`([\"'])");
    /** A paragraph longer than this is data without line breaks, and is not read. */
    private static final int CHARS_MAX = 20_000;

    /** How far mark-up may be from what closes it. */
    private static final int REACH_MAX = 800;

    private static final SourceText EMPTY = new SourceText.Builder().build();
    private static final String SIGNS = "&|\\[(<{*_#^~`\"'+$ ";

    /** Reads {@code text} that begins in line {@code first}. */
    SourceText of(String text, int first) {
        return text.length() > CHARS_MAX ? EMPTY : new Scan(text, first).read();
    }

    private static final class Scan {
        private final String text;
        private final int[] lines;
        private final SourceText.Builder out = new SourceText.Builder();

        Scan(String text, int first) {
            this.text = text;
            this.lines = new int[text.length()];
            int line = first;
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line;
                if (text.charAt(i) == '\n') line++;
            }
        }

        SourceText read() {
            inline(0, text.length(), 0);
            return out.build();
        }

        private void inline(int from, int to, int mark) {
            int i = from;
            while (i < to) {
                int end = mayBegin(i, from) ? markup(i, from, to, mark) : i;
                if (end > i) {
                    i = end;
                } else {
                    out.add(text.charAt(i), lines[i], mark);
                    i++;
                }
            }
        }

        private boolean mayBegin(int i, int from) {
            char c = text.charAt(i);
            return SIGNS.indexOf(c) >= 0 || Character.isLowerCase(c) && !followsWord(i, from);
        }

        private boolean followsWord(int i, int from) {
            return i > from && Character.isLetterOrDigit(text.charAt(i - 1));
        }

        /** Reads the mark-up that begins at {@code i} and returns where it ends; {@code i} when there is none. */
        private int markup(int i, int from, int to, int mark) {
            if (text.charAt(i) == '\\' && i + 1 < to && SIGNS.indexOf(text.charAt(i + 1)) >= 0) {
                out.add(text.charAt(i + 1), lines[i + 1], mark);
                return i + 2;
            }
            Matcher m = text(i, to);
            if (m.usePattern(ENTITY).lookingAt()) {
                out.add(Parser.unescapeEntities(m.group(), false), lines[i], mark);
                return m.end();
            }
            if (m.usePattern(ATTRIBUTE).lookingAt()) {
                String character = CHARACTERS.get(m.group(1));
                if (character == null) out.hole(lines[i]);
                else out.add(character, lines[i], mark);
                return m.end();
            }
            if ((mark & SourceText.CODE) != 0) return i;
            if (m.usePattern(SILENT).lookingAt()) return m.end();
            if (m.usePattern(MACRO).lookingAt() || m.usePattern(LITERAL).lookingAt()) {
                out.hole(lines[i]);
                return m.end();
            }
            if (m.usePattern(LINK).lookingAt() || m.usePattern(REFERENCE).lookingAt()) {
                return shown(m, 1, mark | SourceText.LINK);
            }
            if (m.usePattern(TERM).lookingAt()) return shown(m, 1, mark);
            if (m.usePattern(CODE).lookingAt()) {
                return shown(m, m.group(1) != null ? 1 : m.group(2) != null ? 2 : 3, mark | SourceText.CODE);
            }
            if (m.usePattern(QUOTE).lookingAt()) {
                out.add(m.group(1) != null ? m.group(1) : m.group(2), lines[i], mark);
                return m.end();
            }
            if (m.usePattern(DOUBLE).lookingAt()) return shown(m, 2, mark);
            if (!followsWord(i, from) && m.usePattern(SINGLE).lookingAt()) return shown(m, 2, mark);
            return m.usePattern(RAISED).lookingAt() ? shown(m, 2, mark) : i;
        }

        private Matcher text(int from, int to) {
            return LINK.matcher(text)
                    .region(from, Math.min(to, from + REACH_MAX))
                    .useTransparentBounds(true);
        }

        private int shown(Matcher m, int group, int mark) {
            int end = m.end();
            if (m.start(group) < 0 || m.start(group) == m.end(group)) out.hole(lines[m.start()]);
            else inline(m.start(group), m.end(group), mark);
            return end;
        }
    }
}
