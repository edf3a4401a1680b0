package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Select} reads from. */
abstract class SelectSources<T> extends SelectParts<T> {
    SelectSources(SelectClauses clauses, SelectExtras extras, Projection projection) {
        super(clauses, extras, projection);
    }

    /** Reads from these; adds to what a former call gave. */
    public Select<T> from(Source... sources) {
        List<FromItem> items = Arrays.stream(sources).map(Source::fromItem).toList();
        return with(clauses.withFrom(appended(clauses.from(), items)));
    }

    /** Joins to what is in FROM last. */
    public Select<T> join(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.INNER, right, Condition.of(on));
    }

    /**
     * Joins by the only foreign key between the right side and what is in FROM last.
     *
     * @throws InvalidRequestException if there is none, or more than one
     */
    public Select<T> join(Source right) {
        return joined(Join.Kind.INNER, right, keyTo(right));
    }

    /** Joins, keeping rows of the left side that no row of the right meets. */
    public Select<T> leftJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.LEFT, right, Condition.of(on));
    }

    /** The same by the only foreign key between both sides; see {@link #join(Source)}. */
    public Select<T> leftJoin(Source right) {
        return joined(Join.Kind.LEFT, right, keyTo(right));
    }

    private Condition keyTo(Source right) {
        List<FromItem> items = from();
        if (items.isEmpty()) {
            throw new InvalidRequestException("nothing to join to: call from(…) first");
        }
        return KeyJoin.of(items.get(items.size() - 1), right.fromItem());
    }

    /** Joins, keeping rows of the right side that no row of the left meets. */
    public Select<T> rightJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.RIGHT, right, Condition.of(on));
    }

    /** The same by the only foreign key between both sides; see {@link #join(Source)}. */
    public Select<T> rightJoin(Source right) {
        return joined(Join.Kind.RIGHT, right, keyTo(right));
    }

    /** Joins, keeping all rows of both sides. */
    public Select<T> fullJoin(Source right, Expression<Boolean> on) {
        return joined(Join.Kind.FULL, right, Condition.of(on));
    }

    /** The same by the only foreign key between both sides; see {@link #join(Source)}. */
    public Select<T> fullJoin(Source right) {
        return joined(Join.Kind.FULL, right, keyTo(right));
    }

    /** Pairs every row with every row. */
    public Select<T> crossJoin(Source right) {
        return joined(Join.Kind.CROSS, right, null);
    }

    private Select<T> joined(Join.Kind kind, Source right, @Nullable Condition on) {
        List<FromItem> items = new ArrayList<>(from());
        if (items.isEmpty()) {
            throw new InvalidRequestException("nothing to join to: call from(…) first");
        }
        FromItem left = items.remove(items.size() - 1);
        items.add(new Join(left, right.fromItem(), kind, on));
        return with(clauses.withFrom(items));
    }
}
