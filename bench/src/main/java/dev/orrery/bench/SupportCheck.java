package dev.orrery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks a report from the outside, with nothing of the program's own: each statement's numbers must stand in the lines that
 * it cites, and at least half of its words of four letters or more, by their first five letters.
 *
 * @param statements lines that end in a citation of a file
 * @param supported how many of them their lines support
 * @param byModel how many of them come from a step that a model did
 */
record SupportCheck(int statements, int supported, int byModel) {
    private static final Pattern SOURCE = Pattern.compile("^\\[(\\d+)] (.+):(\\d+)-(\\d+)$");
    private static final Pattern CITED = Pattern.compile("\\[(\\d+)]");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final int STEM = 5;

    static SupportCheck of(String report, Path folder, List<String> standIns) {
        Map<String, Matcher> sources = new HashMap<>();
        for (String line : report.lines().toList()) {
            Matcher source = SOURCE.matcher(line);
            if (source.matches()) sources.put(source.group(1), source);
        }
        int statements = 0;
        int supported = 0;
        int byModel = 0;
        for (String line : report.lines().toList()) {
            if (!line.startsWith("- ") || !line.matches(".*\\[\\d+]$")) continue;
            List<Matcher> cited = cited(line, sources);
            if (cited.isEmpty()) continue;
            statements++;
            String text = line.replaceAll("\\[\\d+]", "").replaceFirst("^- (\\*\\*[^*]+\\*\\* ?)?", "");
            String lines = cited.stream().map(c -> lines(folder, c)).collect(Collectors.joining(" "));
            if (supports(lines, text)) supported++;
            String step = "research/" + cited.getFirst().group(2).replaceFirst("/.*", "");
            boolean standIn = standIns.contains(step) || standIns.contains("research");
            if (!standIn || !standIns.contains("write")) byModel++;
        }
        return new SupportCheck(statements, supported, byModel);
    }

    private static List<Matcher> cited(String line, Map<String, Matcher> sources) {
        var cited = new ArrayList<Matcher>();
        Matcher number = CITED.matcher(line);
        while (number.find()) {
            Matcher source = sources.get(number.group(1));
            if (source != null) cited.add(source);
        }
        return cited;
    }

    private static String lines(Path folder, Matcher source) {
        try {
            List<String> all = Files.readAllLines(folder.resolve(source.group(2)));
            int first = Integer.parseInt(source.group(3));
            int last = Math.min(all.size(), Integer.parseInt(source.group(4)));
            return String.join(" ", all.subList(first - 1, last));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the source " + source.group(), e);
        }
    }

    private static boolean supports(String lines, String text) {
        Set<String> numbers = numbers(lines);
        if (!numbers.containsAll(numbers(text))) return false;
        Set<String> there = stems(lines);
        Set<String> here = stems(text);
        long shared = here.stream().filter(there::contains).count();
        return shared * 2 >= here.size();
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(m -> m.group().replace(",", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> stems(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                .filter(w -> w.length() >= 4)
                .map(w -> w.substring(0, Math.min(STEM, w.length())))
                .collect(Collectors.toSet());
    }
}
