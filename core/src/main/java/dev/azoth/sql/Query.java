package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.List;
import java.util.function.Function;

/** A statement that yields rows and changes nothing: it may stand inside others. */
public sealed interface Query<T> extends Statement<T> permits Select, CompoundSelect, TextQuery {
    /** What is selected. */
    List<? extends Selectable<?>> selection();

    /** What a row becomes. */
    Projection projection();

    /** The columns as something outside sees them, each with a name of its own. */
    default List<Export> exports() {
        return Export.of(selection());
    }

    /**
     * This query, whose rows become what a function makes of them: {@code select(user.id, user.name).map(row -> …)}.
     *
     * <p>The function is no part of the statement's structure, and may be a new one each time.
     */
    default <R> MappedQuery<T, R> map(Function<? super T, ? extends R> function) {
        return new MappedQuery<>(this, function);
    }

    /** This query in FROM, under a name. */
    default Subquery subquery(String name) {
        return new Subquery(this, Names.checked(name), false);
    }

    /** This query in FROM, under a name that the compiler gives it. */
    default Subquery subquery() {
        return new Subquery(this, "", false);
    }

    /** This query in FROM, where it may read columns of what stands before it, as in a loop over those rows. */
    default Subquery lateral(String name) {
        return new Subquery(this, Names.checked(name), true);
    }

    /** The same under a name that the compiler gives it. */
    default Subquery lateral() {
        return new Subquery(this, "", true);
    }

    /** This query in WITH, under a name; a statement that uses it writes it once, in front. */
    default CommonTableExpression cte(String name) {
        return new CommonTableExpression(Names.checked(name), this);
    }

    /** This query in WITH, under a name that the compiler gives it. */
    default CommonTableExpression cte() {
        return new CommonTableExpression("", this);
    }

    /**
     * This query as a value.
     *
     * @throws InvalidRequestException if it selects more than one column
     */
    @SuppressWarnings("unchecked") // a query of one column yields that column's class
    default ScalarSubquery<T> scalar() {
        List<Export> exports = exports();
        if (exports.size() != 1) {
            throw new InvalidRequestException("a query used as a value selects one column, not " + exports.size());
        } else if (!(projection() instanceof Projection.Single)) {
            throw new InvalidRequestException("the rows of this query are not the values of its column: select it by"
                    + " select(column), withOnly(…), not within a list or as a record");
        }
        return new ScalarSubquery<>(
                this, (SqlType<T>) exports.get(0).expression().type());
    }

    /** Whether it has a row. */
    default Condition exists() {
        return new Exists(this);
    }

    /** Whether it has no row. */
    default Condition notExists() {
        return exists().not();
    }

    /** The rows of this query and of the other, each once. */
    default CompoundSelect<T> union(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.UNION, this, other);
    }

    /** The rows of this query and of the other. */
    default CompoundSelect<T> unionAll(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.UNION_ALL, this, other);
    }

    /** The rows that both queries have, each once. */
    default CompoundSelect<T> intersect(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.INTERSECT, this, other);
    }

    /** The rows of this query that the other lacks, each once. */
    default CompoundSelect<T> except(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.EXCEPT, this, other);
    }

    /** The rows that both queries have, as often as the one that has them less often. */
    default CompoundSelect<T> intersectAll(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.INTERSECT_ALL, this, other);
    }

    /** The rows of this query, each as often as it has them more often than the other. */
    default CompoundSelect<T> exceptAll(Query<? extends T> other) {
        return CompoundSelect.of(CompoundSelect.Kind.EXCEPT_ALL, this, other);
    }
}
