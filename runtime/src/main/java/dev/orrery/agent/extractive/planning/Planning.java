package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.goal.GoalReader;
import dev.orrery.agent.extractive.goal.NameFinder;
import dev.orrery.agent.extractive.goal.Reading;
import dev.orrery.agent.extractive.planning.Finding.Asks;
import dev.orrery.agent.extractive.planning.Finding.Fails;
import dev.orrery.agent.extractive.planning.Finding.Found;
import dev.orrery.agent.extractive.planning.Finding.Wants;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Place;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.agent.extractive.task.Frame.Kind;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;
import java.util.function.Function;

/** One turn of the planner: reads the goal, asks for what is not known yet, and hands over the plan when all is. */
public final class Planning {
    /** The most turns that a plan takes; each asks the tools, or a human, for what the one before has made known. */
    public static final int TURNS_MAX = 12;

    private final Window window;
    private final Inquiry inquiry;

    /** Makes the turn for {@code window}. */
    public Planning(Window window) {
        this.window = window;
        this.inquiry = new Inquiry(window);
    }

    /** Returns the turn. */
    public Turn turn() {
        Json request = window.input("request").orElse(Json.object());
        if (request.flag("replan")) return new Turn.Final(Replanning.of(request));
        String text = window.input("goal").flatMap(Json::asText).orElse("");
        if (window.turn() > TURNS_MAX) return unplannable("No plan was found within " + TURNS_MAX + " turns.");
        // A goal that no document could make plannable needs no tools to be refused.
        return switch (new GoalReader(NameFinder.knowing(List.of())).read(text)) {
            case Reading.Refused refused -> unplannable(refused.why());
            case Reading.Understood _ -> withKnowledge(text);
        };
    }

    private Turn withKnowledge(String text) {
        if (!window.mayCall(Evidence.OUTLINE) || !window.mayCall(Evidence.SEARCH)) {
            return unplannable(
                    "Who and what a report is about is found in the knowledge, and this planner may not use the tools for it: "
                            + Evidence.OUTLINE + " and " + Evidence.SEARCH + ".");
        }
        ToolCall call = Inquiry.outline();
        if (inquiry.answer(call).isEmpty()) return new Turn.ToolCalls(List.of(call));
        var outline = Outline.of(List.of(inquiry.answer(call).orElseThrow()));
        if (outline.files().isEmpty()) {
            String why = inquiry.failures().isEmpty()
                    ? ""
                    : " (" + inquiry.failures().getFirst() + ")";
            return unplannable("There are no documents to report from" + why + "; name a folder that has some.");
        }
        Places places = Places.of(outline);
        return switch (new GoalReader(NameFinder.knowing(places.spellings())).read(text)) {
            case Reading.Refused refused -> unplannable(refused.why());
            case Reading.Understood understood -> planned(understood.goal(), places);
        };
    }

    private Turn planned(Goal goal, Places places) {
        return then(
                new SubjectSearch(goal, places, inquiry, window).find(),
                scope -> then(folders(scope, places), members -> {
                    Scope whole = new Scope(scope.goal(), members, scope.missing(), scope.outsiders(), scope.remarks());
                    return then(compared(whole, places), versions -> covered(whole, versions, places));
                }));
    }

    /** Where a goal is about no subject, its folders may stand for subjects. */
    private Finding<List<Member>> folders(Scope scope, Places places) {
        boolean bySubject = !scope.members().isEmpty()
                || scope.goal().kind() == Kind.CHANGES
                || scope.goal().kind() == Kind.FIND;
        return bySubject
                ? new Found<>(scope.members())
                : new Folders(scope.goal().topics(), places, inquiry).find();
    }

    private Finding<Compared> compared(Scope scope, Places places) {
        if (scope.goal().kind() != Kind.CHANGES) return new Found<>(Compared.NOTHING);
        List<Place> under =
                scope.members().stream().flatMap(m -> m.place().stream()).toList();
        List<Outline.File> files = places.outline().files().stream()
                .filter(f -> under.isEmpty() || under.stream().anyMatch(p -> p.holds(f.path())))
                .toList();
        return new VersionSearch(scope.goal().text(), scope.goal().versions(), files, inquiry).find();
    }

    private Turn covered(Scope scope, Compared versions, Places places) {
        var form = new SubjectForm(scope.members(), places);
        List<Subject> subjects = form.subjects();
        return then(
                new TopicSearch(scope.goal(), subjects, places.outline(), inquiry, window).find(),
                coverage -> new Turn.Final(new PlanWriter(window, scope, form, coverage, versions).plan()));
    }

    private static <T> Turn then(Finding<T> finding, Function<T, Turn> next) {
        return switch (finding) {
            case Found<T> found -> next.apply(found.value());
            case Wants<T> wants ->
                new Turn.ToolCalls(wants.calls().stream().limit(Turn.CALLS_MAX).toList());
            case Asks<T> asks -> new Turn.Ask(asks.question());
            case Fails<T> fails -> unplannable(fails.why());
        };
    }

    private static Turn unplannable(String why) {
        return new Turn.Final(Json.object().with("unplannable", why));
    }
}
