package dev.orrery.cli.session;

import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.cli.terminal.Output;
import dev.orrery.memory.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One command line: the surroundings, and the home folder that its options name. Used by one thread. */
public final class Session {
    private final Surroundings surroundings;
    private final List<SharedOptions> homes = new ArrayList<>();

    /** Starts a session. */
    public Session(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns what the command line runs in. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Returns where answers go. */
    public Output out() {
        return surroundings.out();
    }

    /** Returns where everything else goes. */
    public Output err() {
        return surroundings.err();
    }

    /** Says {@code line} on stderr, in the program's name. */
    public void say(String line) {
        err().lineNow("orrery: " + line);
    }

    /** Lets {@code option} name the home; the innermost command's wins. */
    void add(SharedOptions option) {
        homes.add(option);
    }

    /** Returns the home that {@code --home} names, if it does. */
    public Optional<Path> namedHome() {
        return homes.reversed().stream()
                .map(SharedOptions::folder)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns the home folder: {@code --home}, else {@code ORRERY_HOME}, else {@code .orrery}. */
    public Path home() {
        return namedHome().orElseGet(surroundings::home);
    }

    /** Opens the library on the home folder. */
    public Library open() {
        return surroundings.source().open(Config.at(home()).withEnvironment(this::variable));
    }

    /** Opens the library on the home folder, with the agents of {@code folder}. */
    public Library open(Optional<Path> folder) {
        return open(folder, Optional.empty(), Knowledge.Progress.UNSEEN);
    }

    /**
     * Opens the library on the home folder, with the agents of {@code folder} and the model that is wished for; {@code
     * reading} sees documents read.
     */
    public Library open(Optional<Path> folder, Optional<ModelWish> wish, Knowledge.Progress reading) {
        Config config = Config.at(home()).withReading(reading).withEnvironment(this::variable);
        if (wish.isPresent()) config = config.withModel(wish.get());
        return surroundings.source().open(folder.isPresent() ? config.withAgents(folder.get()) : config);
    }

    /** Returns a variable of the environment. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.environment().get(name));
    }

    /** Returns a command line that a person can copy: the program as it was started, this home, and {@code words}. */
    public String command(String... words) {
        var line = new StringBuilder(Words.quote(surroundings.program()));
        namedHome().ifPresent(home -> line.append(" --home ").append(Words.quote(home.toString())));
        for (String word : words) line.append(' ').append(Words.quote(word));
        return line.toString();
    }
}
