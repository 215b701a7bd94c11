package dev.orrery.agent.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a text speaks to the model that reads it.
 *
 * @param kind what it does; two signals of one kind count once
 * @param weight how much it says, from 1 to 3
 * @param pattern how it is worded
 */
record Signal(String kind, int weight, Pattern pattern) {
    private static final Pattern GROUP = Pattern.compile("\\{(\\w+)}(\\*|\\?)?");

    /** Where an order begins. */
    private static final String BEGIN =
            "(?:^|[.!?:;,>\\n\"“”'*(\\[-] ?|\\b(?:and|then|please|now|must|should|always|instead|also|just|simply) )";

    /** Returns the signals of the list beside this package. */
    static List<Signal> all() {
        Map<String, String> groups = groups();
        return Resource.lines("signals").stream().map(line -> of(line, groups)).toList();
    }

    private static Map<String, String> groups() {
        var groups = new HashMap<String, String>();
        for (String line : Resource.lines("words")) {
            int colon = line.indexOf(": ");
            groups.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return groups;
    }

    private static Signal of(String line, Map<String, String> groups) {
        String[] parts = line.split(" ", 3);
        return new Signal(
                parts[0],
                Integer.parseInt(parts[1]),
                Pattern.compile(expanded(parts[2], groups), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String expanded(String phrase, Map<String, String> groups) {
        boolean begins = phrase.startsWith("^");
        String text = begins ? phrase.substring(1) : phrase;
        // What may be missing takes the space behind it along.
        text = text.replace(" ... ", " (?:\\S+ ){0,5}?");
        text = optionalGroups(text);
        Matcher group = GROUP.matcher(text);
        var out = new StringBuilder();
        while (group.find()) {
            String words = groups.get(group.group(1));
            if (words == null) throw new IllegalStateException("no group of words is named " + group.group(1));
            group.appendReplacement(out, Matcher.quoteReplacement("(?:" + words + ")"));
        }
        group.appendTail(out);
        boolean word = Character.isLetter(out.charAt(0)) || out.charAt(0) == '(' && !phrase.contains("\\n");
        String edge = begins ? BEGIN : word ? "(?<![\\p{L}\\p{N}])" : "";
        boolean closed = Character.isLetter(out.charAt(out.length() - 1))
                || out.charAt(out.length() - 1) == ')' && !phrase.endsWith("\\S)");
        return edge + "(?:" + out + ")" + (closed ? "(?![\\p{L}\\p{N}])" : "");
    }

    /** Writes {@code {x}* y} as "up to five x, each with its space", and {@code (…)? y} likewise. */
    private static String optionalGroups(String text) {
        return text.replaceAll("\\{(\\w+)}\\* ", "(?:{$1} ){0,5}?")
                .replaceAll("\\{(\\w+)}\\? ", "(?:{$1} )?")
                .replaceAll("\\)\\? (?!\\?)", "_OPT_")
                .replaceAll("\\(\\?:((?:[^()]|\\([^()]*\\))*)_OPT_", "(?:(?:$1) )?")
                .replace("_OPT_", ")? ");
    }
}
