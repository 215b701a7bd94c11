package dev.orrery.engine.wire;

import dev.orrery.kernel.Event;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.Optional;

/** What turns say beside their answer, in both directions. A member that is not there means none: older events have none. */
final class Turned {
    private static final String SENT = "sent";
    private static final String RETRY_AT = "retryAt";
    private static final String CORRECTED = "corrected";

    private Turned() {}

    static Json.Obj sent(Json.Obj body, Optional<Hash> sent) {
        return sent.map(hash -> body.with(SENT, hash.hex())).orElse(body);
    }

    static Optional<Hash> sent(Json body) {
        return body.at(SENT).flatMap(Json::asText).map(Hash::new);
    }

    static Json.Obj failed(Json.Obj body, Event.TurnFailed e) {
        Json.Obj more = sent(body, e.sent());
        return switch (e.then()) {
            case Event.Then.Ends _ -> more;
            case Event.Then.Corrects _ -> more.with(CORRECTED, Json.of(true));
            case Event.Then.Retries retries -> more.with(RETRY_AT, retries.at().toString());
        };
    }

    static Event.Then then(Json body) {
        Optional<String> at = body.at(RETRY_AT).flatMap(Json::asText);
        if (at.isPresent()) return new Event.Then.Retries(Instant.parse(at.get()));
        return body.flag(CORRECTED) ? new Event.Then.Corrects() : new Event.Then.Ends();
    }
}
