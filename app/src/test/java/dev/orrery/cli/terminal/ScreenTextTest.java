package dev.orrery.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text fits the screen that it stands on, and never commands it. */
class ScreenTextTest {
    @Test
    void wideLettersTakeTwoColumnsAndCombiningMarksNone() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("東京")).isEqualTo(4);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
        assertThat(Columns.of("🚀")).isEqualTo(2);
    }

    @Test
    void whatIsCutFitsAndSaysSo() {
        assertThat(Columns.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Columns.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Columns.cut("東京都庁", 6)).isEqualTo("東京…");
        assertThat(Columns.cut("a🚀🚀", 3)).isEqualTo("a…");
        assertThat(Columns.cut("abc", 0)).isEmpty();
    }

    @Test
    void escapeSequencesOutOfDocumentsDoNotReachTheScreen() {
        assertThat(Plain.text("a\u001B[2Jb\u009Bc\u0007\n\td")).isEqualTo("a␛[2Jb\uFFFDc␇\n\td");
        assertThat(Plain.text("one\r\ntwo")).isEqualTo("one\ntwo");
        assertThat(Plain.line(" delete \u202Etxt.exe \n now ")).isEqualTo("delete \uFFFDtxt.exe now");
    }

    @Test
    void aLineIsCutAcrossItsPiecesAndKeepsItsColours() {
        Line line = Line.of("abc").and("defgh", Style.GOOD);

        assertThat(line.text(6, Style.Colour.OFF)).isEqualTo("abcde…");
        assertThat(line.text(6, Style.Colour.ON)).isEqualTo("abc\u001B[32mde…\u001B[0m");
    }
}
