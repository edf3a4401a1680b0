package dev.azoth.cli.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    /** Words stand for tokens; passages of at most 20, code of at most 30, repeating at most 6. */
    private static List<Passage> passages(String markdown) {
        return new Chunker(text -> text.isBlank() ? 0 : text.strip().split("\\s+").length, 20, 30, 6)
                .passages(TextReader.markdown(markdown));
    }

    @Test
    void aSectionIsAPassageWithItsHeadings() {
        assertThat(passages("# A\n\none\n\n## B `code`\n\ntwo\nthree\n\n# C\n\nfour"))
                .containsExactly(
                        new Passage(List.of("A"), "one", 0),
                        new Passage(List.of("A", "B code"), "two\nthree", 1),
                        new Passage(List.of("C"), "four", 2));
    }

    @Test
    void theNextPassageBeginsWithTheLastSentence() {
        String markdown = "First sentence of eight words stands right here. Second one is short.\n\n"
                + "Third paragraph has so many words that it does not fit any more into it.";

        assertThat(passages(markdown))
                .extracting(Passage::text)
                .containsExactly(
                        "First sentence of eight words stands right here. Second one is short.",
                        "Second one is short.\n\nThird paragraph has so many words that it does not fit any more into it.");
    }

    @Test
    void aLongParagraphIsCutBetweenSentences() {
        String sentence = "One two three four five six seven eight nine ten. ";

        assertThat(passages(sentence.repeat(5)))
                .hasSize(3)
                .allMatch(each -> each.text().endsWith("ten."));
    }

    @Test
    void wordsAreTheLastResort() {
        List<Passage> passages = passages("word ".repeat(50));

        assertThat(passages).hasSize(3);
        assertThat(passages("x".repeat(1_000))).isNotEmpty();
    }

    @Test
    void codeStaysWholeAsLongAsItCan() {
        String code = "```java\n" + "a b c d\n".repeat(6) + "```";

        assertThat(passages("Some words before the code.\n\n" + code))
                .extracting(Passage::text)
                .containsExactly("Some words before the code.", code);
        assertThat(passages("Intro:\n\n```\na b\n```").get(0).text()).isEqualTo("Intro:\n\n```\na b\n```");
    }

    @Test
    void longCodeIsCutBetweenLinesAndKeepsItsFences() {
        List<Passage> passages = passages("```java\n" + "a b c d\n".repeat(20) + "```");

        assertThat(passages)
                .hasSizeGreaterThan(2)
                .allSatisfy(
                        each -> assertThat(each.text()).startsWith("```java\n").endsWith("```"));
    }

    @Test
    void hashesInCodeAreNoHeadings() {
        assertThat(passages("# A\n\n```sh\n# a comment\nls\n```\n\ntext"))
                .containsExactly(new Passage(List.of("A"), "```sh\n# a comment\nls\n```\n\ntext", 0));
    }

    @Test
    void whatIsNotMarkdownEnoughIsTextAnyway() {
        assertThat(passages("")).isEmpty();
        assertThat(passages("# only a heading")).isEmpty();
        assertThat(passages("---\nlang: de\n---\n\nHallo")).containsExactly(new Passage(List.of(), "Hallo", 0));
        assertThat(passages("```\nnever closed")).containsExactly(new Passage(List.of(), "```\nnever closed", 0));
        assertThat(passages("Title\n=====\n\ntext")).containsExactly(new Passage(List.of("Title"), "text", 0));
        assertThat(passages("text <!-- hidden --> more\n\n<!-- all hidden -->"))
                .containsExactly(new Passage(List.of(), "text  more", 0));
    }
}
