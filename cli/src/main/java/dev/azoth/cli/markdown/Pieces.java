package dev.azoth.cli.markdown;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts blocks that are longer than a passage: paragraphs between sentences, lists and code between lines, and either between words in the last resort. */
final class Pieces {
    private final TokenCounter tokens;
    private final int limit;
    private final int codeLimit;

    Pieces(TokenCounter tokens, int limit, int codeLimit) {
        this.tokens = tokens;
        this.limit = limit;
        this.codeLimit = codeLimit;
    }

    List<Piece> of(Block block) {
        int length = tokens.count(block.text());
        boolean fits = length <= (block.kind() == Block.Kind.CODE ? codeLimit : limit);
        if (fits) {
            return List.of(new Piece("\n\n", block.text(), length, block.kind()));
        }
        List<Piece> pieces = new ArrayList<>();
        switch (block.kind()) {
            case PARAGRAPH -> sentences(block.text()).forEach(each -> add(each, " ", block.kind(), pieces));
            case LINES -> block.text().lines().forEach(each -> add(each, "\n", block.kind(), pieces));
            case CODE -> code(block.text(), pieces);
        }
        return pieces;
    }

    /** The parts of a paragraph that can stand alone. */
    static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(paragraph);
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = paragraph.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            from = to;
        }
        return sentences;
    }

    private void add(String text, String glue, Block.Kind kind, List<Piece> into) {
        String before = into.isEmpty() ? "\n\n" : glue;
        int length = tokens.count(text);
        if (length <= limit) {
            into.add(new Piece(before, text, length, kind));
            return;
        }
        StringBuilder part = new StringBuilder();
        for (String word : text.split("(?<=\\s)|(?<=\\G.{200})", -1)) {
            if (!part.isEmpty() && tokens.count(part + word) > limit) {
                into.add(new Piece(before, part.toString().strip(), tokens.count(part.toString()), kind));
                part.setLength(0);
                before = " ";
            }
            part.append(word);
        }
        into.add(new Piece(before, part.toString().strip(), tokens.count(part.toString()), kind));
    }

    /** Code in parts that each have the fences, cut at empty lines where there are any. */
    private void code(String text, List<Piece> into) {
        List<String> lines = text.lines().toList();
        String open = lines.get(0);
        String close = open.strip().startsWith("~") ? "~~~" : "```";
        List<String> part = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            boolean last = line.strip().equals(close);
            boolean full = tokens.count(String.join("\n", part) + "\n" + line) > limit;
            boolean pause = line.isBlank() && tokens.count(String.join("\n", part)) > limit / 2;
            if (!part.isEmpty() && (last || full || pause)) {
                part.add(0, open);
                part.add(close);
                String whole = String.join("\n", part);
                into.add(new Piece("\n\n", whole, tokens.count(whole), Block.Kind.CODE));
                part.clear();
            }
            if (!last && !(line.isBlank() && part.isEmpty())) {
                part.add(line);
            }
        }
        if (!part.isEmpty()) {
            part.add(0, open);
            String whole = String.join("\n", part);
            into.add(new Piece("\n\n", whole, tokens.count(whole), Block.Kind.CODE));
        }
    }
}
