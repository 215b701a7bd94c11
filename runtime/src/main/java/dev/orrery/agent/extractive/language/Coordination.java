package dev.orrery.agent.extractive.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what English joins with commas, "and" and "then": {@code memory, approval and model support}. */
public final class Coordination {
    /** The most items that one enumeration gives; what follows is left out. */
    public static final int ITEMS_MAX = 40;

    /** What stands between two items; a comma with a conjunction behind it is one joint. */
    private static final Pattern JOINT = Pattern.compile(
            "\\s*[;,]\\s*(?:(?:and|or|then|finally|plus|as well as)\\s+)*|\\s+(?:(?:and|or|plus|then|as well as|along with)\\s+)+"
                    + "(?:then\\s+|finally\\s+|also\\s+|lastly\\s+)?|\\s*&\\s*",
            Pattern.CASE_INSENSITIVE);

    /** A quoted item, whatever the quotation marks: it stays whole. */
    private static final Pattern QUOTED = Pattern.compile("[\"“”«»]([^\"“”«»]{1,80})[\"“”«»]");

    private Coordination() {}

    /** Returns the items of {@code text} in order, each as it is written, quotation marks taken off. */
    public static List<String> items(String text) {
        var quoted = new ArrayList<String>();
        Matcher quotes = QUOTED.matcher(text);
        String hidden = quotes.replaceAll(m -> {
            quoted.add(m.group(1).strip());
            return "\u0001" + (quoted.size() - 1) + "\u0001";
        });
        var items = new ArrayList<String>();
        for (String part : JOINT.split(hidden, -1)) {
            String item = shown(part, quoted).strip();
            if (!item.isEmpty() && items.size() < ITEMS_MAX) items.add(item);
        }
        return items;
    }

    private static String shown(String part, List<String> quoted) {
        String text = part;
        for (int i = 0; i < quoted.size(); i++) text = text.replace("\u0001" + i + "\u0001", quoted.get(i));
        return text;
    }
}
