package dev.orrery.examples;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.List;

/** A tool: {@code pages.withdrawn {}} lists pages that must not be quoted any more, as an archive would know them. */
record WithdrawnPages(List<String> paths) implements Tool {
    @Override
    public ToolSpec spec() {
        var noArguments = Json.object().with("type", "object");
        return new ToolSpec("pages.withdrawn", "Lists pages that were withdrawn.", noArguments, EffectClass.READ);
    }

    @Override
    public ToolResult call(ToolRequest request) {
        return new ToolResult.Returned(new Value(Json.texts(paths), Label.tool("archive")));
    }
}
