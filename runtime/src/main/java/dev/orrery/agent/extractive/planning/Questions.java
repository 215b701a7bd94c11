package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Place;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.agent.extractive.subjects.Resolution;
import dev.orrery.agent.extractive.subjects.Wording;
import java.util.List;

/** Words the questions that the planner asks a human. */
final class Questions {
    private static final int FOLDERS_MAX = 20;

    private Questions() {}

    /** Asks which subjects are meant, given what was found. */
    static String which(Resolution.Doubtful doubt, List<Member> offered, Places places) {
        String confirm = offered.isEmpty() ? "" : " Answer \"yes\" for " + Wording.names(offered) + ", or name others.";
        return doubt.why() + " Which ones shall the report cover?" + confirm + folders(places);
    }

    /** Asks once more, after an answer that was not understood. */
    static String again(String answer, List<Member> offered, Places places) {
        String example = offered.isEmpty()
                ? places.peers().stream()
                        .limit(2)
                        .map(Place::name)
                        .toList()
                        .toString()
                        .replaceAll("[\\[\\]]", "")
                : Wording.names(offered.subList(0, Math.min(2, offered.size())));
        return "\"" + shortened(answer)
                + "\" names nothing that the knowledge has. Please answer with names or folders, separated by"
                + " commas" + (example.isEmpty() ? "" : ", such as: " + example) + "." + folders(places);
    }

    /** Asks what was meant by names of which the knowledge has nothing. */
    static String unknown(List<Member> names, Places places) {
        return "No document is about " + Wording.names(names) + ". What shall the report cover instead?"
                + folders(places);
    }

    /** Asks with what the only subject shall be compared. */
    static String compareWith(List<Member> only, Places places) {
        return "The goal is a comparison, and only " + Wording.names(only)
                + " is known. Which subjects shall be compared?" + folders(places);
    }

    /** Asks between which versions. */
    static String versions(List<String> wanted, List<String> known) {
        String named = wanted.isEmpty()
                ? "The goal names no version"
                : "No document is about version " + Wording.joined(wanted);
        return named + ". Between which two versions shall the report compare?"
                + (known.isEmpty() ? "" : " The documents name " + Wording.joined(known) + ".");
    }

    private static String folders(Places places) {
        List<String> names =
                places.peers().stream().map(Place::path).limit(FOLDERS_MAX + 1L).toList();
        if (names.isEmpty()) return "";
        boolean more = names.size() > FOLDERS_MAX;
        return " Folders: " + String.join(", ", more ? names.subList(0, FOLDERS_MAX) : names) + (more ? ", …" : "")
                + ".";
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
