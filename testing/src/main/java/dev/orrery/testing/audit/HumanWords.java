package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A question is put once and closed once, and what a human said of it and was thanked for is how it was closed. */
final class HumanWords implements Check {
    private final Outside outside;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, String> verdicts = new HashMap<>();

    HumanWords(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String id = body.text("id");
        switch (event.event().type()) {
            case "human.asked" ->
                findings.require(asked.add(id), Promise.HUMANS_ARE_HEARD, event.seq(), id + " is put twice");
            case "human.answered" ->
                findings.require(
                        asked.contains(id) && verdicts.putIfAbsent(id, body.text("verdict")) == null,
                        Promise.HUMANS_ARE_HEARD,
                        event.seq(),
                        id + " is closed, and was not open");
            default -> {}
        }
    }

    @Override
    public void end(Findings findings) {
        var spoken = new HashSet<String>();
        for (Outside.Said said : outside.said()) {
            String id = said.question();
            findings.require(spoken.add(id), Promise.HUMANS_ARE_HEARD, 0, "two words on " + id + " were accepted");
            String verdict = verdicts.getOrDefault(id, "open");
            boolean heard = switch (said.word()) {
                case "answer" -> verdict.equals("answered");
                case "approve" -> verdict.equals("approved") || verdict.equals("expired");
                case "edit" -> verdict.equals("edited") || verdict.equals("expired");
                case "deny" -> verdict.equals("denied");
                default -> false;
            };
            findings.require(
                    heard, Promise.HUMANS_ARE_HEARD, 0, said.word() + " on " + id + " was accepted; it is " + verdict);
        }
    }
}
