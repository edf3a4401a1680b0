package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Merge;
import dev.azoth.sql.MergeAction;
import java.util.ArrayList;
import java.util.List;

/** Writes MERGE as the standard has it. */
final class MergeText {
    private MergeText() {}

    static void write(Merge<?> merge, ChangeRenderer renderer, SqlWriter out) {
        if (merge.actions().isEmpty()) {
            throw new CompileException("the merge into " + merge.table().name()
                    + " does nothing: call whenMatched(…) or whenNotMatched(…)");
        }
        renderer.tableName(merge.table(), out.sql("MERGE INTO "));
        out.qualifying(true, () -> {
            renderer.fromItem(merge.source(), out.sql(" USING "));
            out.sql(" ON ").argument(merge.on());
            for (MergeAction action : merge.actions()) {
                action(action, renderer, out.sql(" "));
            }
        });
    }

    private static void action(MergeAction action, ChangeRenderer renderer, SqlWriter out) {
        if (action.when() == MergeAction.When.NOT_MATCHED_BY_SOURCE) {
            renderer.need(QueryFeature.MERGE_BY_SOURCE, out);
        }
        out.sql(action.when().sql());
        if (action.condition() != null) {
            out.sql(" AND ").argument(action.condition());
        }
        out.sql(" THEN ");
        switch (action.kind()) {
            case UPDATE -> renderer.assignments(action.assignments(), out.sql("UPDATE SET "));
            case DELETE -> out.sql("DELETE");
            case INSERT -> insert(action.assignments(), out.sql("INSERT"));
            case NOTHING -> {
                renderer.need(QueryFeature.MERGE_DO_NOTHING, out);
                out.sql("DO NOTHING");
            }
        }
    }

    private static void insert(List<Assignment<?>> assignments, SqlWriter out) {
        List<ColumnReference<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.add(assignment.column()));
        FromRenderer.columnNames(columns, out);
        out.sql(" VALUES (");
        out.arguments(assignments.stream().map(Assignment::value).toList()).sql(")");
    }
}
