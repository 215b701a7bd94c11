package dev.orrery.agent.extractive.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.selection.Outline;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private static final Places PLACES = places(
            "acme-tools/index.md=Acme Tools",
            "acme-tools/prices.md=Prices",
            "vr/readme.md=Velmora Relay documentation",
            "vr/memory.md=Memory",
            "nsm/terms.md=Terms",
            "nsm/excess.md=Excess",
            "quayside/lease.md=The lease of Harbour House",
            "quayside/rent.md=Rent for Harbour House",
            "company/notes.md=Notes",
            "company/java.md=Java");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acme Tools          | acme-tools
            acme-tools          | acme-tools
            AcmeTools           | acme-tools
            Acme Tools Inc      | acme-tools
            Acme                | acme-tools
            Acme Toolz          | acme-tools
            Velmora Relay       | vr
            North Sea Mutual    | nsm
            Harbour House       | quayside
            """)
    void aNameFindsItsFolderInManySpellings(String name, String folder) {
        assertThat(PLACES.find(name).map(Place::path)).contains(folder);
    }

    @ParameterizedTest
    @CsvSource({"Globex", "Prices are", "Zurich"})
    void aNameWithoutAFolderFindsNone(String name) {
        assertThat(PLACES.find(name)).isEmpty();
    }

    @Test
    void foldersNamedAfterTheirPapersAreNoSubjects() {
        assertThat(PLACES.peers()).extracting(Place::path).containsExactly("acme-tools", "nsm", "quayside", "vr");
    }

    @Test
    void belowASingleFolderTheFoldersInsideAreTheSubjects() {
        Places places = places("docs/hugo/a.md=A", "docs/jbake/b.md=B", "docs/readme.md=Docs");

        assertThat(places.peers()).extracting(Place::path).containsExactly("docs/hugo", "docs/jbake");
    }

    @Test
    void withoutFoldersTheFilesAreTheSubjects() {
        Places places = places("ghent.md=Ghent", "porto.md=Porto", "notes.md=Notes");

        assertThat(places.peers()).extracting(Place::path).containsExactly("ghent.md", "porto.md");
        assertThat(places.find("Porto").map(Place::path)).contains("porto.md");
    }

    private static Places places(String... files) {
        return Places.of(new Outline(Arrays.stream(files)
                .map(f -> f.split("=", 2))
                .map(f -> new Outline.File(f[0], f[1], List.of(f[1]), ""))
                .toList()));
    }
}
