package dev.orrery.agent.extractive.selection;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the knowledge with their headings.
 *
 * @param files the files, in the tool's order
 */
public record Outline(List<File> files) {
    /** One file, with how many passages it has. */
    public record File(String path, String title, List<String> headings, String version, long passages) {
        public File {
            headings = List.copyOf(headings);
        }

        /** Makes a file of which it is not known how many passages it has. */
        public File(String path, String title, List<String> headings, String version) {
            this(path, title, headings, version, 0);
        }

        static File of(Json json) {
            return new File(
                    json.text("path"),
                    json.text("title"),
                    json.textList("headings"),
                    json.text("version"),
                    json.number("passages", 0));
        }

        /** Returns the file's name without folders and ending. */
        public String name() {
            String name = path.substring(path.lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        /** Returns how many folders deep the file lies. */
        public int depth() {
            return (int) path.chars().filter(c -> c == '/').count();
        }
    }

    public Outline {
        files = List.copyOf(files);
    }

    /** Reads what the outline tool returned, in one or several calls. */
    public static Outline of(List<Json> results) {
        var files = new ArrayList<File>();
        for (Json result : results) {
            for (Json file : result.list("files")) files.add(File.of(file));
        }
        return new Outline(files);
    }
}
