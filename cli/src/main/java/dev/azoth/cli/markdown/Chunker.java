package dev.azoth.cli.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts documents into passages.
 *
 * <p>A passage never goes over a heading. Within a section blocks are put together up to about 200 tokens; code stays whole as long as the
 * model can read it at once. Where a section needs more than one passage, the next begins with the last sentences of the one before, so that
 * what is said across the border is found from either side.
 */
public final class Chunker {
    private static final int LIMIT = 200;
    private static final int CODE_LIMIT = 240;
    private static final int OVERLAP = 40;

    private final TokenCounter tokens;
    private final int limit;
    private final int codeLimit;
    private final int overlap;

    /** A chunker for a model that reads 256 tokens. */
    public Chunker(TokenCounter tokens) {
        this(tokens, LIMIT, CODE_LIMIT, OVERLAP);
    }

    Chunker(TokenCounter tokens, int limit, int codeLimit, int overlap) {
        this.tokens = tokens;
        this.limit = limit;
        this.codeLimit = codeLimit;
        this.overlap = overlap;
    }

    /** The passages of a document, in order. */
    public List<Passage> passages(List<Section> sections) {
        List<Passage> passages = new ArrayList<>();
        for (Section section : sections) {
            // the model reads the headings too
            int heading = section.headings().isEmpty() ? 0 : tokens.count(String.join(" › ", section.headings()));
            int room = Math.max(limit / 2, limit - heading);
            int codeRoom = Math.max(room, codeLimit - heading);
            Pieces pieces = new Pieces(tokens, room, codeRoom);
            List<Piece> all = new ArrayList<>();
            section.blocks().forEach(block -> all.addAll(pieces.of(block)));
            fill(section, all, room, codeRoom, passages);
        }
        return passages;
    }

    private void fill(Section section, List<Piece> pieces, int room, int codeRoom, List<Passage> into) {
        List<Piece> current = new ArrayList<>();
        int length = 0;
        for (Piece piece : pieces) {
            int most = piece.kind() == Block.Kind.CODE ? codeRoom : room;
            if (!current.isEmpty() && length + piece.tokens() > most) {
                into.add(passage(section, current, into.size()));
                String tail = tail(current.get(current.size() - 1));
                current.clear();
                length = tail.isEmpty() ? 0 : tokens.count(tail);
                if (length + piece.tokens() > most) {
                    length = 0;
                } else if (length > 0) {
                    current.add(new Piece("", tail, length, Block.Kind.PARAGRAPH));
                }
            }
            current.add(piece);
            length += piece.tokens();
        }
        if (!current.isEmpty()) {
            into.add(passage(section, current, into.size()));
        }
    }

    private static Passage passage(Section section, List<Piece> pieces, int position) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(text.isEmpty() ? "" : piece.glue()).append(piece.text());
        }
        return new Passage(section.headings(), text.toString(), position);
    }

    /** The last sentences of a paragraph, or lines of a list, as far as they are short; code is not repeated. */
    private String tail(Piece last) {
        if (last.kind() == Block.Kind.CODE) {
            return "";
        }
        boolean lines = last.kind() == Block.Kind.LINES;
        List<String> parts = lines ? last.text().lines().toList() : Pieces.sentences(last.text());
        String tail = "";
        for (int i = parts.size() - 1; i >= 0; i--) {
            String longer = tail.isEmpty() ? parts.get(i) : parts.get(i) + (lines ? "\n" : " ") + tail;
            if (tokens.count(longer) > overlap) {
                break;
            }
            tail = longer;
        }
        return tail;
    }
}
