package dev.orrery.learning.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.learning.edit.EditedFile.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user hands over is read as text or refused in one sentence. */
class EditedFileTest {
    @TempDir
    private Path folder;

    @Test
    void editorsMayWriteMarksAndOtherUnicodeEncodings() throws IOException {
        assertThat(read("\uFEFFa\nü".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Reading.Text("a\nü"));
        assertThat(read("\uFEFFa\nü".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(new Reading.Text("a\nü"));
        assertThat(read("\uFEFFa\nü".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(new Reading.Text("a\nü"));
        assertThat(read(new byte[0])).isEqualTo(new Reading.Text(""));
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0})).isInstanceOf(Reading.Refused.class);
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})).isInstanceOf(Reading.Refused.class);
        assertThat(read("ü".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Reading.Refused(
                        folder.resolve("copy.md") + " is not a text file in UTF-8; save it as Markdown or plain text"));
        assertThat(read(new byte[EditedFile.BYTES_MAX + 1])).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(EditedFile.read(folder)).isEqualTo(new Reading.Refused(folder + " is not a file"));
        assertThat(EditedFile.read(folder.resolve("none.md"))).isInstanceOf(Reading.Refused.class);
    }

    private Reading read(byte[] bytes) throws IOException {
        Path file = folder.resolve("copy.md");
        Files.write(file, bytes);
        return EditedFile.read(file);
    }
}
