package dev.azoth.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The second half of {@code whenNotMatched}: what to do with those rows of the source. */
public final class MergeNotMatched<T> {
    private final Merge<T> merge;
    private final @Nullable Condition condition;

    MergeNotMatched(Merge<T> merge, @Nullable Condition condition) {
        this.merge = merge;
        this.condition = condition;
    }

    /** Inserts a row of each: {@code x -> x.set(item.code, source.get(item.code))}. */
    public Merge<T> insert(UnaryOperator<MergeValues> values) {
        List<Assignment<?>> set = values.apply(new MergeValues(List.of())).assignments();
        return with(MergeAction.Kind.INSERT, set);
    }

    /** Leaves them out, whatever later actions say. */
    public Merge<T> doNothing() {
        return with(MergeAction.Kind.NOTHING, List.of());
    }

    private Merge<T> with(MergeAction.Kind kind, List<Assignment<?>> set) {
        return merge.with(new MergeAction(MergeAction.When.NOT_MATCHED, condition, kind, set));
    }
}
