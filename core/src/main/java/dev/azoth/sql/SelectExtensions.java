package dev.azoth.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a {@link Select} has in it beyond its clauses: hints, and clauses of the user's own. */
abstract class SelectExtensions<T> extends SelectLocks<T> {
    SelectExtensions(SelectClauses clauses, SelectExtras extras, Projection projection) {
        super(clauses, extras, projection);
    }

    /**
     * Writes text behind SELECT, such as {@code STRAIGHT_JOIN}. The text is sent as it is and must not come from input.
     *
     * @param dialects the dialects it is for; none for all
     */
    public Select<T> prefix(String text, String... dialects) {
        return ext(ChangePieces.prefix(text, dialects));
    }

    /** Writes text behind all of the statement; see {@link #prefix}. */
    public Select<T> suffix(String text, String... dialects) {
        return ext(ChangePieces.suffix(text, dialects));
    }

    /**
     * Writes a comment for the optimizer behind SELECT, as some databases read it. The text is sent as it is and must not come from input.
     *
     * @param dialects the dialects it is for; none for all
     */
    public Select<T> statementHint(String text, String... dialects) {
        return ext(ChangePieces.hint(text, dialects));
    }

    /**
     * Writes a hint behind a table in FROM: {@code hint(order, "USE INDEX (by_customer)", dialect)}. The text is sent as it is and must not
     * come from input.
     *
     * @param dialects the dialects it is for, at least one
     */
    public Select<T> hint(Source table, String text, String... dialects) {
        return hints(List.of(new TableHint(table.fromItem(), text, Set.of(dialects))));
    }

    /** Adds hints behind tables. */
    public Select<T> hints(List<TableHint> more) {
        return with(extras.withHints(appended(extras.hints(), more)));
    }

    /** Adds clauses of one's own. */
    public Select<T> ext(SyntaxExtension... more) {
        return with(extras.withExtensions(appended(extras.extensions(), Arrays.asList(more))));
    }

    /** The hints behind tables. */
    public List<TableHint> hints() {
        return extras.hints();
    }

    /** The clauses of one's own. */
    public List<SyntaxExtension> extensions() {
        return extras.extensions();
    }
}
