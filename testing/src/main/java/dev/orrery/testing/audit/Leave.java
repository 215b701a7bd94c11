package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An irreversible call has leave: for exactly its arguments, given in time by a human, and used for nothing else. */
final class Leave implements Check {
    private final Map<String, Json> asked = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private boolean approvesPlan;
    private boolean planAllowed;

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        switch (event.event().type()) {
            case "run.started" -> {
                Json options = body.at("options").orElse(Json.object());
                approvesPlan = options.flag("approvePlan") && !options.flag("planOnly");
            }
            // A human's own plan needs no further leave.
            case "plan.accepted" -> planAllowed |= body.text("author").equals("human");
            case "human.asked" -> asked.put(body.text("id"), body);
            case "human.answered" -> answered(event, findings);
            // Leave for a call that a human changed is for the call as it then is.
            case "call.edited" -> asked.computeIfPresent(body.text("id"), (_, question) -> edited(question, body));
            case "effect.requested" -> requested(event, findings);
            default -> {}
        }
    }

    private static Json edited(Json question, Json edit) {
        Json call = edit.at("call").orElse(Json.object());
        String text =
                call.text("tool") + " " + JsonText.print(call.at("arguments").orElse(Json.object()));
        return question instanceof Json.Obj asked ? asked.with("text", text) : question;
    }

    private void answered(Recorded event, Findings findings) {
        Json body = event.event().body();
        boolean edited = body.text("verdict").equals("edited");
        if (!edited && !body.text("verdict").equals("approved")) return;
        Json question = asked.getOrDefault(body.text("id"), Json.object());
        String until = question.text("expiresAt");
        findings.require(
                until.isEmpty() || event.event().at().isBefore(Instant.parse(until)),
                Promise.LEAVE_IS_NEEDED,
                event.seq(),
                body.text("id") + " is approved after it expired");
        if (question.text("kind").equals("approval")) given.add(body.text("id"));
        if (question.text("kind").equals("plan")) planAllowed = true;
    }

    private void requested(Recorded event, Findings findings) {
        Json body = event.event().body();
        if (!body.text("class").equals("irreversible")) return;
        String id = body.at("terms").orElse(Json.object()).text("approval");
        findings.require(
                given.remove(id), Promise.LEAVE_IS_NEEDED, event.seq(), body.text("effect") + " has no unused leave");
        Json call = body.at("call").orElse(Json.object());
        String arguments = JsonText.print(call.at("arguments").orElse(Json.object()));
        Json question = asked.getOrDefault(id, Json.object());
        findings.require(
                question.text("text").contains(call.text("tool"))
                        && question.text("text").contains(arguments),
                Promise.LEAVE_IS_NEEDED,
                event.seq(),
                "the leave " + id + " was for something else");
        findings.require(
                question.text("step").equals(body.text("step")),
                Promise.LEAVE_IS_NEEDED,
                event.seq(),
                "the leave " + id + " was another step's");
        findings.require(
                !approvesPlan || planAllowed || body.text("step").startsWith("plan"),
                Promise.LEAVE_IS_NEEDED,
                event.seq(),
                "the plan is not allowed");
    }
}
