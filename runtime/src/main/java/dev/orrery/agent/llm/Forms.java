package dev.orrery.agent.llm;

import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import dev.orrery.message.Window;
import java.util.EnumMap;
import java.util.Map;

/** The forms of one agent: by the capability that a step asks for, where the step has the capability's own output. */
final class Forms {
    private static final Form ACTION = new ActionForm();

    private final Map<Capability, Form> byCapability;

    private Forms(Map<Capability, Form> byCapability) {
        this.byCapability = byCapability;
    }

    /** A definition with an output of its own is asked for that, step by step, whatever its capability. */
    static Forms of(AgentCard card) {
        var forms = new EnumMap<Capability, Form>(Capability.class);
        if (card.output().isEmpty()) {
            forms.put(Capability.PLAN, new PlanForm());
            forms.put(Capability.RESEARCH, new ResearchForm());
            forms.put(Capability.WRITE, new WriteForm(card.model().orElseThrow().name()));
            forms.put(Capability.QA, new ReviewForm());
            forms.put(Capability.MEMORY, new MemoryForm());
        }
        return new Forms(forms);
    }

    Form of(Window window) {
        String wire = window.item(Window.Part.BRIEF, "capability")
                .map(Window.Item::text)
                .orElse("");
        return Capability.of(wire)
                .map(c -> byCapability.getOrDefault(c, ACTION))
                .orElse(ACTION);
    }
}
