package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.goal.Group;
import dev.orrery.agent.extractive.planning.Finding.Asks;
import dev.orrery.agent.extractive.planning.Finding.Fails;
import dev.orrery.agent.extractive.planning.Finding.Found;
import dev.orrery.agent.extractive.planning.Finding.Wants;
import dev.orrery.agent.extractive.subjects.Answer;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Place;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.agent.extractive.subjects.Resolution;
import dev.orrery.agent.extractive.subjects.Resolution.Outsider;
import dev.orrery.agent.extractive.subjects.Resolver;
import dev.orrery.agent.extractive.subjects.Wording;
import dev.orrery.agent.extractive.task.Frame.Kind;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out who the report is about: whom the goal names, and who belongs to the group that it speaks of. */
final class SubjectSearch {
    /** How often a human is asked the same before the planner gives up. */
    private static final int QUESTIONS_MAX = 2;

    private final Goal goal;
    private final Places places;
    private final Inquiry inquiry;
    private final Window window;

    SubjectSearch(Goal goal, Places places, Inquiry inquiry, Window window) {
        this.goal = goal;
        this.places = places;
        this.inquiry = inquiry;
        this.window = window;
    }

    Finding<Scope> find() {
        if (!goal.hasSubjects()) return new Found<>(Scope.open(goal));
        return goal.group().map(this::grouped).orElseGet(() -> named(goal.names(), List.of()));
    }

    private Finding<Scope> named(List<String> names, List<String> remarks) {
        var subjects = NamedSubjects.of(names, places, inquiry);
        List<ToolCall> wanted = subjects.wanted();
        if (!wanted.isEmpty()) return new Wants<>(wanted);
        List<Member> present = subjects.present();
        List<Member> absent = subjects.absent();
        boolean comparison = goal.kind() == Kind.COMPARE && names.size() < 2;
        if (present.isEmpty()) return asked(Questions.unknown(absent, places), List.of(), List.of());
        if (comparison) return asked(Questions.compareWith(present, places), present, List.of());
        return new Found<>(new Scope(goal, present, absent, List.of(), remarks));
    }

    private Finding<Scope> grouped(Group group) {
        Optional<Scope> folder = folderNamedAfter(group);
        if (folder.isPresent()) return new Found<>(folder.get());
        var resolver = new Resolver(group, places);
        var notes = new Notes(group, places, resolver, inquiry, window);
        List<ToolCall> wanted = notes.wanted();
        if (!wanted.isEmpty()) return new Wants<>(wanted);
        return switch (resolver.resolve(notes.documents())) {
            case Resolution.Settled settled
            when accidental(group, resolver, settled) ->
                doubtful(
                        group,
                        resolver,
                        new Resolution.Doubtful(
                                "No document says which " + group.noun() + " there are.", List.of(), List.of()));
            case Resolution.Settled settled -> settled(settled.members(), settled.outsiders());
            case Resolution.Doubtful doubt -> doubtful(group, resolver, doubt);
        };
    }

    /** "All products" is no relation; a single one that a text calls a product says nothing about which ones there are. */
    private static boolean accidental(Group group, Resolver resolver, Resolution.Settled settled) {
        return group.binding() != Group.Binding.OURS
                && !resolver.relation().known()
                && settled.members().size() < 2;
    }

    /** "Summarise the minutes" speaks of a folder, not of a group. */
    private Optional<Scope> folderNamedAfter(Group group) {
        boolean mayBeFolder = group.binding() == Group.Binding.OPEN || group.binding() == Group.Binding.LOOSE;
        if (!mayBeFolder) return Optional.empty();
        return places.find(group.noun())
                .filter(Place::folder)
                .map(p -> new Scope(
                        goal, List.of(Member.named(p.name(), Optional.of(p))), List.of(), List.of(), List.of()));
    }

    private Finding<Scope> settled(List<Member> members, List<Outsider> outsiders) {
        var all = new ArrayList<>(members);
        for (String name : goal.names()) {
            Member member = Member.named(name, places.find(name));
            if (all.stream().noneMatch(m -> m.place().isPresent() && m.place().equals(member.place()))) all.add(member);
        }
        // "Who are our contractors" is answered by the very sentences that name them.
        if (goal.kind() == Kind.FIND && goal.topics().equals(List.of(Goal.WHAT_IT_IS))) {
            return new Found<>(new Scope(goal, all, List.of(), outsiders, List.of()));
        }
        var subjects = new NamedSubjects(all, inquiry);
        List<ToolCall> wanted = subjects.wanted();
        if (!wanted.isEmpty()) return new Wants<>(wanted);
        List<Member> present = subjects.present();
        if (present.isEmpty()) {
            return asked(Questions.unknown(subjects.absent(), places), List.of(), outsiders);
        }
        if (goal.kind() == Kind.COMPARE && all.size() < 2)
            return asked(Questions.compareWith(present, places), present, outsiders);
        return new Found<>(new Scope(goal, present, subjects.absent(), outsiders, List.of()));
    }

    private Finding<Scope> doubtful(Group group, Resolver resolver, Resolution.Doubtful doubt) {
        boolean silent = doubt.offered().isEmpty();
        List<Place> peers = places.peers().stream()
                .filter(p -> p.files() > 1 || !p.folder())
                .toList();
        boolean several = peers.size() > 1 && peers.size() <= Resolver.MEMBERS_MAX;
        boolean relation = resolver.relation().known();
        return switch (group.binding()) {
            case ALL -> silent && several && !relation ? folders(group, peers) : ask(doubt, peers);
            case COUNTED ->
                silent && !relation && peers.size() == group.wanted().orElse(0)
                        ? folders(group, peers)
                        : ask(doubt, peers);
            case OPEN -> open(group, doubt, peers, several, relation);
            case LOOSE -> topic();
            // "Our obligations" may be listed without anyone being named as one.
            case OURS -> silent && !goal.listings().isEmpty() ? topic() : ask(doubt, peers);
        };
    }

    private Finding<Scope> open(
            Group group, Resolution.Doubtful doubt, List<Place> peers, boolean several, boolean relation) {
        if (!goal.listings().isEmpty() || goal.kind() == Kind.SUMMARY || goal.kind() == Kind.CHANGES) return topic();
        if (goal.kind() == Kind.COMPARE || relation) return ask(doubt, peers);
        return goal.kind() == Kind.FIND && several ? folders(group, peers) : topic();
    }

    private Finding<Scope> topic() {
        Goal open = goal.groupAsTopic();
        if (open.names().isEmpty()) return new Found<>(Scope.open(open));
        return new SubjectSearch(open, places, inquiry, window).find();
    }

    private Finding<Scope> folders(Group group, List<Place> peers) {
        List<Member> members =
                peers.stream().map(p -> Member.named(p.name(), Optional.of(p))).toList();
        String remark = "No document says which " + group.noun() + " there are; the folders were taken for them: "
                + Wording.names(members) + ".";
        return new Found<>(new Scope(goal, members, List.of(), List.of(), List.of(remark)));
    }

    private Finding<Scope> ask(Resolution.Doubtful doubt, List<Place> peers) {
        List<Member> offered = doubt.offered();
        if (offered.isEmpty() && peers.size() > 1 && peers.size() <= Resolver.MEMBERS_MAX) {
            offered = peers.stream()
                    .map(p -> Member.named(p.name(), Optional.of(p)))
                    .toList();
        }
        return asked(Questions.which(doubt, offered, places), offered, doubt.outsiders());
    }

    /** Asks {@code question}, or goes on with what was answered. */
    private Finding<Scope> asked(String question, List<Member> offered, List<Outsider> outsiders) {
        List<String> answers = inquiry.human();
        if (answers.isEmpty()) return new Asks<>(question);
        for (String answer : answers) {
            Optional<List<Member>> meant = new Answer(offered, places).read(answer);
            if (meant.isPresent()) return new Found<>(answered(meant.get(), outsiders));
        }
        String last = answers.getLast();
        if (answers.size() < QUESTIONS_MAX) return new Asks<>(Questions.again(last, offered, places));
        return new Fails<>(
                "Who the report is about could not be found out: no document says it, and \"" + last
                        + "\" names nothing that the knowledge has. Name the subjects in the goal, as their folders are called.");
    }

    private Scope answered(List<Member> members, List<Outsider> outsiders) {
        List<Member> present =
                members.stream().filter(m -> m.place().isPresent()).toList();
        List<Member> absent = members.stream().filter(m -> m.place().isEmpty()).toList();
        List<Outsider> others = outsiders.stream()
                .filter(o -> members.stream().noneMatch(m -> m.name().equalsIgnoreCase(o.name())))
                .toList();
        return new Scope(goal, present, absent, others, List.of("The subjects were named in answer to a question."));
    }
}
