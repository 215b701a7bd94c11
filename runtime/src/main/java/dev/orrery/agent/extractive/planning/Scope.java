package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Resolution.Outsider;
import java.util.List;

/**
 * Who the report is about.
 *
 * @param goal the goal, its group taken for a topic when nothing says who belongs to it
 * @param members the subjects with files, or with statements that name them
 * @param missing subjects of whom the knowledge has nothing
 * @param outsiders who was named and does not belong
 * @param remarks what the report should say about how the subjects were found
 */
record Scope(Goal goal, List<Member> members, List<Member> missing, List<Outsider> outsiders, List<String> remarks) {
    Scope {
        members = List.copyOf(members);
        missing = List.copyOf(missing);
        outsiders = List.copyOf(outsiders);
        remarks = List.copyOf(remarks);
    }

    /** The scope of a goal that is about no subject in particular. */
    static Scope open(Goal goal) {
        return new Scope(goal, List.of(), List.of(), List.of(), List.of());
    }
}
