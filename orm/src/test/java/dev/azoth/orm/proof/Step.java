package dev.azoth.orm.proof;

import java.util.List;

/**
 * Something that a program does with a session.
 *
 * @param kind   what
 * @param first  with which of the objects that there are, counted around
 * @param second with which other
 * @param text   which of the texts
 */
record Step(Kind kind, int first, int second, int text) {
    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "it's",
            "\\ % _ ? :x",
            "\uD83E\uDD84",
            "'; DROP TABLE archive_note; --",
            "e\u0301",
            "x".repeat(60));

    /** What a program may do. */
    enum Kind {
        NEW_FOLDER(6),
        NEW_NOTE(8),
        NEW_TAG(4),
        RENAME_FOLDER(2),
        RENAME_NOTE(3),
        RENAME_TAG(1),
        MOVE_FOLDER(4),
        MOVE_NOTE(5),
        PIN(4),
        UNPIN(1),
        TAG(6),
        UNTAG(2),
        WORD(3),
        LINE(4),
        QUEUE(5),
        DRAWER(5),
        SEE(3),
        MERGE_NOTE(3),
        DELETE_NOTE(2),
        ORPHAN_NOTE(2),
        DELETE_FOLDER(1),
        DELETE_TAG(1),
        QUERY(2),
        FLUSH(2),
        COMMIT(3),
        ROLLBACK(1),
        SAVEPOINT(2),
        SAVEPOINT_ROLLBACK(1),
        SAVEPOINT_COMMIT(1),
        NEW_SESSION(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        /** How often it is done. */
        int weight() {
            return weight;
        }
    }

    /** The text. */
    String sample() {
        return TEXTS.get(text % TEXTS.size());
    }
}
