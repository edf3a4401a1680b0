package dev.azoth.compile;

import dev.azoth.sql.Delete;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.Grouping;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Join;
import dev.azoth.sql.Merge;
import dev.azoth.sql.OnConflict;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableSample;
import dev.azoth.sql.Update;

/** What not every dialect can say. Some are written in another way where they are lacking. */
public enum QueryFeature {
    /** {@link Select#distinctOn}. */
    DISTINCT_ON("DISTINCT ON"),
    /** {@link Select#qualify}. */
    QUALIFY("QUALIFY"),
    /** {@link Fetch#WITH_TIES}. */
    WITH_TIES("FETCH … WITH TIES"),
    /** {@link Fetch#PERCENT}. */
    PERCENT("FETCH … PERCENT"),
    /** {@link Grouping} by ROLLUP. */
    ROLLUP("ROLLUP"),
    /** ROLLUP of what is no column, and within other groups; written as a union where it is lacking, as all groupings are. */
    ROLLUP_OF_EXPRESSIONS("ROLLUP of expressions"),
    /** {@link Grouping} by CUBE and GROUPING SETS. */
    GROUPING_SETS("CUBE or GROUPING SETS"),
    /** {@link Join.Kind#FULL}; written as a union where it is lacking. */
    FULL_JOIN("FULL JOIN"),
    /** A subquery in FROM that reads columns of what stands before it. */
    LATERAL("LATERAL"),
    /** INTERSECT ALL and EXCEPT ALL; written with numbered rows where they are lacking. */
    SET_ALL("ALL after INTERSECT or EXCEPT"),
    /** An expression in LIMIT or OFFSET. */
    LIMIT_EXPRESSION("expression in LIMIT or OFFSET"),
    /** A value or parameter in LIMIT or OFFSET of a subquery that reads columns of the query around it; written with row numbers where it is lacking. */
    CORRELATED_LIMIT("value in LIMIT or OFFSET of a correlated subquery"),
    /** A comparison of rows by what comes first; written value by value where it is lacking. */
    ROW_ORDER("comparison of rows by their order"),
    /** {@link Update#from}; written with subqueries where it is lacking. */
    UPDATE_FROM("UPDATE … FROM"),
    /** {@link Delete#using}; written with EXISTS where it is lacking. */
    DELETE_USING("DELETE … USING"),
    /** LIMIT in an update or delete; the rows are found by their keys where it is lacking. */
    CHANGE_LIMIT("LIMIT in UPDATE and DELETE"),
    /** RETURNING of columns of the other tables that an update or delete reads. */
    RETURNING_SOURCES("RETURNING of columns of other tables"),
    /** A subquery of the table that an update or delete changes; written as a query of another where it is lacking. */
    CHANGED_TABLE("subquery of the table that is changed"),
    /** {@link Insert#onConstraint}. */
    CONFLICT_CONSTRAINT("ON CONFLICT ON CONSTRAINT"),
    /** {@link OnConflict#where}. */
    CONFLICT_WHERE("ON CONFLICT of an index of some rows"),
    /** A statement in WITH that changes rows. */
    CHANGES_IN_WITH("WITH of a statement that changes rows"),
    /** {@link TableSample}. */
    SAMPLE("TABLESAMPLE"),
    /** {@link Merge}. */
    MERGE("MERGE"),
    /** What a merge does with rows of the table that no row of the source meets. */
    MERGE_BY_SOURCE("WHEN NOT MATCHED BY SOURCE"),
    /** A merge that leaves rows alone. */
    MERGE_DO_NOTHING("DO NOTHING in MERGE"),
    /** Functions in FROM. */
    TABLE_FUNCTIONS("function in FROM"),
    /** Names for the columns of a table that a function yields, and their ordinality. */
    FUNCTION_COLUMNS("names for the columns of a function in FROM");

    private final String sql;

    QueryFeature(String sql) {
        this.sql = sql;
    }

    /** What it is called where it is refused. */
    public String sql() {
        return sql;
    }
}
