package dev.orrery.agent.extractive.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds versions in text: {@code 1.2}, {@code v2.0.1}, {@code version 7}, {@code 2024}. */
public final class Versions {
    /** Dotted numbers, years, and whole numbers behind a word that says that they are versions. */
    private static final Pattern VERSION = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(?:v(?:ersion)?\\.?\\s?)?(\\d+(?:\\.(?:\\d+|x)){1,3}(?:[-.]?(?:rc|beta|alpha|m)[-.]?\\d*)?|(?:19|20)\\d\\d)(?![\\p{N}]|\\.\\p{N})"
                    + "|\\b(?:version|release|edition|revision|v|issue)s?\\s?(\\d+)(?![\\p{N}.])(?:\\s+(?:and|to)\\s+(\\d+)\\b)?",
            Pattern.CASE_INSENSITIVE);

    private Versions() {}

    /** Returns the versions in {@code text}, each once, in order, without a leading {@code v}. */
    public static List<String> in(String text) {
        var versions = new ArrayList<String>();
        Matcher m = VERSION.matcher(text);
        while (m.find()) {
            for (int group = 1; group <= 3; group++) {
                String version = m.group(group);
                if (version != null && !versions.contains(version)) versions.add(version);
            }
        }
        return versions;
    }

    /** Returns {@code text} without the versions in it. */
    static String without(String text) {
        return VERSION.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** Compares two versions number by number; what is no number is compared as text. */
    public static int compare(String a, String b) {
        String[] left = a.split("[.-]", -1);
        String[] right = b.split("[.-]", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            String l = i < left.length ? left[i] : "0";
            String r = i < right.length ? right[i] : "0";
            boolean numbers = l.matches("\\d{1,9}") && r.matches("\\d{1,9}");
            int order = numbers ? Integer.compare(Integer.parseInt(l), Integer.parseInt(r)) : l.compareTo(r);
            if (order != 0) return order;
        }
        return 0;
    }
}
