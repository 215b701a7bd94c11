package dev.orrery.agent.extractive.quality;

import java.util.List;

/**
 * Where a sentence stands.
 *
 * @param headings the headings above it, from the title down
 * @param path its document
 * @param kind {@code sentence}, {@code item}, {@code cell}, {@code row}
 * @param position how many sentences of its block stand before it
 * @param codeShare the share of its characters that are set as code, 0 to 1
 * @param linkShare the share of its block that is link text, 0 to 1
 * @param names what the subject is called, all spellings; empty when there is no subject
 */
public record Setting(
        List<String> headings,
        String path,
        String kind,
        int position,
        double codeShare,
        double linkShare,
        List<String> names) {
    public Setting {
        headings = List.copyOf(headings);
        names = List.copyOf(names);
    }

    /** A sentence of running text about which nothing else is known. */
    public static final Setting PLAIN = new Setting(List.of(), "", "sentence", 0, 0, 0, List.of());

    /** Returns this setting under {@code headings}. */
    public Setting under(String... headings) {
        return new Setting(List.of(headings), path, kind, position, codeShare, linkShare, names);
    }

    /** Returns this setting for a subject with these {@code names}. */
    public Setting about(String... names) {
        return new Setting(headings, path, kind, position, codeShare, linkShare, List.of(names));
    }
}
