package dev.azoth.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The second half of {@code whenMatched} and {@code whenNotMatchedBySource}: what to do with those rows of the table. */
public final class MergeMatched<T> {
    private final Merge<T> merge;
    private final MergeAction.When when;
    private final @Nullable Condition condition;

    MergeMatched(Merge<T> merge, MergeAction.When when, @Nullable Condition condition) {
        this.merge = merge;
        this.when = when;
        this.condition = condition;
    }

    /** Changes them: {@code x -> x.set(item.stock, source.get(item.stock))}. */
    public Merge<T> update(UnaryOperator<MergeValues> change) {
        List<Assignment<?>> set = change.apply(new MergeValues(List.of())).assignments();
        return merge.with(new MergeAction(when, condition, MergeAction.Kind.UPDATE, set));
    }

    /** Deletes them. */
    public Merge<T> delete() {
        return merge.with(new MergeAction(when, condition, MergeAction.Kind.DELETE, List.of()));
    }

    /** Leaves them alone, whatever later actions say. */
    public Merge<T> doNothing() {
        return merge.with(new MergeAction(when, condition, MergeAction.Kind.NOTHING, List.of()));
    }
}
