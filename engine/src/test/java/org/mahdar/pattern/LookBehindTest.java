package org.mahdar.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.language.Language;
import org.mahdar.text.Text;

/** Looks back, classes of short numbers, and where patterns are tried. */
class LookBehindTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writePack() throws IOException {
        Files.copy(Path.of("../languages/ar/letters.txt"), folder.resolve("letters.txt"));
        Files.writeString(folder.resolve("lead.tsv"), "terms\nمنذ|إلى جانب\n");
        Files.writeString(folder.resolve("noun.tsv"), "#: proclitics conj b l k art\nterms\nبيت\n");
    }

    /** The words that a pattern takes, one match a token at most. */
    private List<String> found(String when, String sentence) throws IOException {
        Files.writeString(
                folder.resolve("pack.txt"),
                "language ar\nversion test\nletters letters.txt\nlexicon lead.tsv\nlexicon noun.tsv\npatterns p.txt\n");
        Files.writeString(
                folder.resolve("p.txt"), "pattern p\nfinds x\nwhen " + when + "\nwithin 9\nyes بيت\nnot بيت\n");
        Language language = Language.load(folder);
        Tape tape = language.tape(Text.of(sentence, language.letters()));
        Matcher matcher = new Matcher(tape);
        List<String> out = new ArrayList<>();
        for (int token = 0; token < tape.text().size(); token++) {
            language.patterns("x")
                    .matches(matcher, tape, token, match -> out.add(tape.text().words(match.start(), match.end())));
        }
        return out;
    }

    @Test
    void looksBackForATermOfSeveralWords() throws IOException {
        assertThat(found("&-<lead> <noun>", "وقف إلى جانب بيت ورأى بيت الجار")).containsExactly("بيت");
        assertThat(found("!-<lead> <noun>", "وقف إلى جانب بيت ورأى بيت الجار")).containsExactly("بيت");
        assertThat(found("&-<lead> <noun>", "بيت")).isEmpty();
        assertThat(found("!-<lead> <noun>", "بيت")).containsExactly("بيت");
    }

    @Test
    void looksBackForATokenClass() throws IOException {
        assertThat(found("&-<comma> <noun>", "بيت، بيت")).containsExactly("بيت");
        assertThat(found("&-<number> <noun>", "بيت 5 بيت")).containsExactly("بيت");
    }

    @Test
    void tellsNumbersByTheirDigits() throws IOException {
        assertThat(found("<digits2>", "5 و12 و123 و2015 و1.5 و٣١")).containsExactly("5", "12", "٣١");
        assertThat(found("<digits4>", "5 و12 و123 و2015 و12,5 و٢٠١٥")).containsExactly("2015", "٢٠١٥");
    }

    @Test
    void joinsProcliticsWithAnyOther() throws IOException {
        assertThat(found("<noun/art,*>", "بيت البيت للبيت وبالبيت ببيت")).containsExactly("البيت", "للبيت", "وبالبيت");
        assertThat(found("<noun/-art,*>", "بيت البيت للبيت وبالبيت ببيت")).containsExactly("بيت", "ببيت");
    }
}
