package dev.orrery.agent.extractive.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicFinderTest {
    private static final List<Subject> SUBJECTS = List.of(subject("Quay"), subject("Strand"));

    private final List<Outline.File> files = new ArrayList<>();
    private final Map<String, Map<String, List<Passage>>> said = new HashMap<>();

    @Test
    void aTopicIsWhatEverySubjectHasSomethingToSayAboutNotWhatStandsInMostHeadings() {
        page("Mooring", "%s asks a mooring fee of 40 euros for each night.", "Mooring is free for members of %s.");
        page("Weather", "See below.", "The weather is nice.");
        page("Weather report", "Watch the weather.");

        assertThat(topics()).startsWith("mooring").doesNotContain("weather");
    }

    @Test
    void aTopicIsWrittenAsTheDocumentsWriteItInsideSentences() {
        page("Vhf", "%s keeps a VHF watch on channel 12.", "At night %s answers VHF calls within 10 minutes.");

        assertThat(topics()).contains("VHF");
    }

    @Test
    void somebodysNameIsATopicOnlyWhereThereAreNoBetterOnes() {
        page("Baltona", "%s sells tickets of Baltona at the pier.", "In summer Baltona calls at %s every 2 hours.");
        page("Mooring", "%s asks a mooring fee of 40 euros for each night.");

        assertThat(topics()).containsSubsequence("mooring", "Baltona");
    }

    @Test
    void aPhraseAndItsAbbreviationAreOneTopic() {
        assertThat(Alike.are("AIS", "identification system")).isTrue();
        assertThat(Alike.are("identification system", "AIS")).isTrue();
        assertThat(Alike.are("AIS", "mooring fee")).isFalse();
        assertThat(Alike.are("showers", "shower hours")).isTrue();
        assertThat(Alike.are("config", "configuration")).isTrue();
    }

    private void page(String title, String... sentences) {
        for (Subject subject : SUBJECTS) {
            String path = subject.key() + "/"
                    + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".md";
            files.add(new Outline.File(path, title, List.of(title), "", sentences.length));
            for (String word : title.toLowerCase(java.util.Locale.ROOT).split(" ", -1)) {
                List<Passage> passages = said.computeIfAbsent(subject.key(), _ -> new HashMap<>())
                        .computeIfAbsent(word, _ -> new ArrayList<>());
                for (String sentence : sentences) passages.add(passage(path, title, sentence, subject));
            }
        }
    }

    private static Passage passage(String path, String title, String sentence, Subject subject) {
        return new Passage(Json.object()
                .with("path", path)
                .with("title", title)
                .with("headings", Json.texts(List.of(title)))
                .with("text", sentence.replace("%s", subject.name())));
    }

    private List<String> topics() {
        var finder = new TopicFinder(SUBJECTS, new Outline(files));
        Map<String, List<TopicFinder.Found>> found = new HashMap<>();
        for (String candidate : finder.candidates()) {
            found.put(
                    candidate,
                    finder.searched().stream()
                            .map(s -> said.getOrDefault(s.key(), Map.of()).getOrDefault(candidate, List.of()))
                            .map(passages -> new TopicFinder.Found(passages, passages.size(), files.size()))
                            .toList());
        }
        return finder.topics(found);
    }

    private static Subject subject(String name) {
        String key = name.toLowerCase(java.util.Locale.ROOT);
        return Subject.of(Json.object().with("key", key).with("name", name).with("folder", key))
                .orElseThrow();
    }
}
