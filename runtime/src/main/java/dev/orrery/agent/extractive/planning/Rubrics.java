package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.goal.Listing;
import dev.orrery.agent.extractive.subjects.Wording;
import java.util.ArrayList;
import java.util.List;

/** What results are judged by, in words that a person, a model and the native reviewer can check alike. */
final class Rubrics {
    private Rubrics() {}

    static List<String> research(Goal goal, Coverage coverage, boolean eachSubject) {
        List<String> topics = coverage.topics();
        var rubric = new ArrayList<String>();
        rubric.add("Every statement is quoted word for word from the lines that it cites.");
        if (eachSubject)
            rubric.add("Every statement is about the subject of this step, and none about another one only.");
        if (!topics.isEmpty()) {
            rubric.add("Each of these topics has a statement, or says after a search that none was found: "
                    + Wording.joined(topics) + ".");
            rubric.add("Every statement is on the topic under which it stands.");
        }
        for (Listing listing : goal.listings()) {
            rubric.add("Every entry is one of the " + listing.name() + " itself, not a mention of the word.");
        }
        switch (goal.kind()) {
            case CHANGES -> rubric.add("Every statement is about one of the compared versions.");
            case FIND -> rubric.add("The statements answer the question, or say that no answer was found.");
            case SURVEY, COMPARE, SUMMARY, LIST -> {}
        }
        rubric.add("Every statement can be understood without the sentences around it.");
        rubric.add("No statement stands twice.");
        return rubric;
    }

    static List<String> report(Goal goal, List<String> subjects, Coverage coverage) {
        List<String> topics = coverage.topics();
        var rubric = new ArrayList<String>();
        rubric.add("The report says at its beginning how it was made.");
        if (!subjects.isEmpty())
            rubric.add("Each of these is covered, or named as a gap: " + Wording.joined(subjects) + ".");
        if (!topics.isEmpty()) rubric.add(covered(coverage.source()) + Wording.joined(topics) + ".");
        rubric.add("Every statement ends with its citations, and every citation is in the list of sources.");
        rubric.add(
                "Every statement stands word for word in the research that was handed over, or holds to the quotation that it cites.");
        rubric.add("Rules about reports are followed, or named as not applied.");
        return rubric;
    }

    /** Nobody waits for a topic that the documents brought up. */
    private static String covered(Coverage.Source source) {
        return source == Coverage.Source.DOCUMENTS
                ? "Each of these topics is covered for the subjects that have a statement on it: "
                : "Each of these topics is covered, or says that no statement was found: ";
    }
}
