package dev.orrery.cli.command;

import dev.orrery.Config.ModelWish;
import dev.orrery.ForkRequest;
import dev.orrery.OrreryException;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.kernel.Budget;
import dev.orrery.memory.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a copy of a run is called, and how it differs. */
final class ForkOptions {
    private static final List<String> KEYS = List.of("model", "base-url", "agents", "budget", "out");

    @Option(
            names = "--id",
            paramLabel = "ID",
            converter = RunId.Converter.class,
            description = "Name the copy; without it, it gets a name of its own.")
    @Nullable
    RunId id;

    @Option(
            names = "--with",
            paramLabel = "KEY=VALUE",
            description = "What the copy does in another way; may be given several times. model=MODEL, with "
                    + "base-url=URL where it needs one, and agents=DIR give it the agents of now; budget=LIST is what it may "
                    + "spend, what was spent before included; out=DIR is where its report goes.")
    List<String> with = new ArrayList<>();

    private final Session session;

    ForkOptions(Session session) {
        this.session = session;
    }

    /** Opens the library with the agents that are wanted. */
    Library open() {
        Map<String, String> wanted = wanted();
        Optional<Path> agents = Optional.ofNullable(wanted.get("agents")).map(Path::of);
        Optional<String> url =
                Optional.ofNullable(wanted.get("base-url")).or(() -> session.variable(ModelOptions.BASE_URL_VARIABLE));
        Optional<ModelWish> model = Optional.ofNullable(wanted.get("model"))
                .filter(name -> !name.equals("none"))
                .map(name -> new ModelWish(name, url));
        return session.open(agents, model, Knowledge.Progress.UNSEEN);
    }

    ForkRequest request() {
        Map<String, String> wanted = wanted();
        boolean others = wanted.containsKey("model") || wanted.containsKey("agents");
        if (wanted.containsKey("base-url") && !wanted.containsKey("model")) {
            throw usage("--with base-url=… needs the name of a model; add --with model=openai:NAME");
        }
        return new ForkRequest(
                Optional.ofNullable(id).map(RunId::text),
                Optional.ofNullable(wanted.get("budget")).map(ForkOptions::budget),
                Optional.ofNullable(wanted.get("out")).map(Path::of),
                others ? ForkRequest.Agents.OF_NOW : ForkRequest.Agents.ITS_OWN);
    }

    private static Budget budget(String text) {
        try {
            return new BudgetConverter().convert(text);
        } catch (TypeConversionException e) {
            throw usage("--with budget=" + text + ": " + e.getMessage());
        }
    }

    private Map<String, String> wanted() {
        var wanted = new LinkedHashMap<String, String>();
        for (String text : with) {
            String[] pair = text.split("=", 2);
            if (pair.length < 2 || pair[1].isBlank()) throw usage("--with " + text + " is no KEY=VALUE");
            if (!KEYS.contains(pair[0])) {
                throw usage("--with " + pair[0] + " is not known; there are " + String.join(", ", KEYS));
            }
            if (wanted.put(pair[0], pair[1]) != null) throw usage("--with " + pair[0] + " stands there twice");
        }
        return wanted;
    }

    private static OrreryException usage(String why) {
        return new OrreryException(OrreryException.Kind.USAGE, why);
    }
}
