package dev.azoth.testing;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that not every database can do, and for which there is no other way that gives the same. What a database {@linkplain TestDatabase#lacking lacks} is declared; the suite
 * shows that its dialect refuses it, and has all the rest.
 */
public enum Capability {
    /** Rows of both sides of a join, met or not. */
    FULL_JOIN("FULL JOIN"),
    /** Subqueries in FROM that read what stands before them. */
    LATERAL("LATERAL"),
    /** {@code GROUP BY ROLLUP}. */
    ROLLUP("ROLLUP"),
    /** Which columns a row of totals is for. */
    GROUPING("grouping"),
    /** {@code GROUP BY} several groupings at once. */
    GROUPING_SETS("CUBE or GROUPING SETS"),
    /** {@code INTERSECT ALL} and {@code EXCEPT ALL}. */
    SET_ALL("ALL after INTERSECT or EXCEPT"),
    /** Computed limits. */
    LIMIT_EXPRESSION("expression in LIMIT or OFFSET"),
    /** Recursion that drops the rows it had. */
    RECURSION_OVER_CYCLES("recursion with UNION"),
    /** {@code = ANY (SELECT …)}. */
    QUANTIFIED_COMPARISON("of a query's rows"),
    /** Regular expressions. */
    REGULAR_EXPRESSIONS("regexp_"),
    /** Any of the values of many rows. */
    ANY_VALUE("any_value"),
    /** The bits of the whole numbers of many rows. */
    BIT_AGGREGATES("bit_and"),
    /** The number of different rows of several values. */
    COUNT_OF_ROWS("count of different rows"),
    /** A window's frame without some rows, where the window has no order. */
    EXCLUDE_UNORDERED("EXCLUDE in a window's frame"),
    /** Another order of texts for one expression. */
    COLLATE("COLLATE"),
    /** A cast that gives null where there is no value. */
    TRY_CAST("cast that gives null for what is no value"),
    /** Deviation and variance. */
    DEVIATION("stddev", "var_"),
    /** Correlation and regression. */
    CORRELATION("corr", "covar_"),
    /** Functions of values in their order: percentiles and the median. */
    ORDERED_SETS("WITHIN GROUP"),
    /** The value that is there most often. */
    MODE("mode"),
    /** Texts reversed. */
    REVERSE("function reverse"),
    /** The bytes of a text in UTF-8, counted. */
    OCTETS("function octet_length"),
    /** Texts split at a separator. */
    SPLIT("function split_part"),
    /** Characters of a text changed for others. */
    TRANSLATE("function translate"),
    /** Places in JSON, and JSON made of values. */
    JSON("json"),
    /** Rows of another query in the same statement, as JSON. */
    NESTED_JSON("cannot come as JSON"),
    /** Dates and times cut to units, counted in them, and moved by them. */
    DATE_UNITS("date_", "extract_", "make_date", "epoch_second"),
    /** JSON found in JSON. */
    JSON_CONTAINS("JSON in JSON"),
    /** The number of values in a JSON array. */
    JSON_LENGTH("JSON array's length"),
    /** Places set and removed in JSON. */
    JSON_CHANGES("place in JSON", "place from JSON"),
    /** The names in a JSON object. */
    JSON_KEYS("JSON object's names"),
    /** JSON changed by other JSON. */
    JSON_PATCH("merge JSON", "json_merge_patch"),
    /** Places in JSON said in a language of their own. */
    JSON_PATHS("language of JSON paths"),
    /** The elements of JSON arrays as tables. */
    JSON_TABLE("JSON_TABLE"),
    /** Series of numbers and other functions as tables. */
    TABLE_FUNCTIONS("function in FROM"),
    /** Values of arrays. */
    ARRAYS("array", "unnest", "function in FROM"),
    /** Which of several elements an array has, and where. */
    ARRAY_SETS("array"),
    /** Who is connected. */
    USERS("current_user"),
    /** Functions over windows, and what is written with them: the first rows of each, ties. */
    WINDOWS("window"),
    /** A window's frame of a length of time. */
    RANGE_OF_TIME("RANGE by an interval in a window's frame"),
    /** A window's frame of groups of equal rows. */
    GROUPS_FRAME("GROUPS in a window's frame"),
    /** A window's frame without some rows. */
    EXCLUDE_FRAME("EXCLUDE in a window's frame"),
    /** Window functions that pass nulls over. */
    IGNORE_NULLS("IGNORE NULLS"),
    /** Window functions of each value once. */
    DISTINCT_WINDOW("DISTINCT in a window function"),
    /** {@code MERGE}. */
    MERGE("MERGE"),
    /** What {@code MERGE} returns. */
    MERGE_RETURNING("MERGE", "RETURNING"),
    /** What {@code MERGE} does with rows that have no source. */
    MERGE_BY_SOURCE("MERGE", "WHEN NOT MATCHED BY SOURCE", "DO NOTHING in MERGE"),
    /** Locks of the rows that are read. */
    LOCKS("FOR UPDATE"),
    /** Locks of keys alone, and of all but keys. */
    KEY_LOCKS("FOR NO KEY UPDATE"),
    /** Locks of the rows of some of the tables. */
    LOCK_OF("lock of some of the tables"),
    /** Locks that are waited for some seconds. */
    LOCK_WAIT("waited for some seconds"),
    /** Locks that others may share. */
    SHARED_LOCKS("FOR SHARE"),
    /** What an insert returns, beyond the key that the database numbers. */
    INSERT_RETURNING("RETURNING"),
    /** What an insert returns that gives no key, or leaves rows alone. */
    KEYLESS_RETURNING("RETURNING"),
    /** What an update returns. */
    UPDATE_RETURNING("RETURNING"),
    /** What a deletion returns. */
    DELETE_RETURNING("RETURNING"),
    /** Computations with bound values in what is returned. */
    COMPUTED_RETURNING("RETURNING"),
    /** Common table expressions for a statement that changes rows. */
    CHANGES_WITH("WITH"),
    /** Statements that change rows in WITH, whose rows are read. */
    CHANGES_IN_WITH("WITH of a statement that changes rows"),
    /** Samples of a table's rows. */
    SAMPLE("TABLESAMPLE"),
    /** Rows that are left alone or changed where they are there already. */
    UPSERT("ON CONFLICT"),
    /** The same by the name of a constraint. */
    CONFLICT_CONSTRAINT("ON CONFLICT"),
    /** The same by an index of some rows. */
    CONFLICT_WHERE("ON CONFLICT"),
    /** Columns of the other tables that a change reads, in what it returns. */
    SOURCES_RETURNING("RETURNING"),
    /** Subqueries of the table that is changed in which the row that is changed is read. */
    CHANGED_ROW_IN_SUBQUERIES("subquery of the table that is changed"),
    /** What lies between two values. */
    RANGES("ranges"),
    /** Views that keep their rows. */
    MATERIALIZED_VIEWS("MATERIALIZED VIEW"),
    /** Parts of a transaction that are undone alone. */
    SAVEPOINTS("savepoints"),
    /** The strongest isolation of transactions. */
    SERIALIZABLE("SERIALIZABLE"),
    /** Tables that refer to each other. */
    CIRCULAR_KEYS("ADD FOREIGN KEY"),
    /** What becomes of rows when the row goes that they refer to. */
    REFERENTIAL_ACTIONS("ON DELETE"),
    /** What becomes of rows when the key changes that they refer to. */
    KEY_ACTIONS("ON UPDATE"),

    // facts, which nothing refuses; a test asks for them

    /** The names of constraints are kept. */
    CONSTRAINT_NAMES,
    /** The lengths of texts are kept. */
    TEXT_LENGTHS,
    /** Names may be of any length. */
    NAMES_OF_ANY_LENGTH,
    /** A transaction goes on after a statement that failed. */
    WORK_AFTER_ERRORS,
    /** The driver tells which row of a batch was refused. */
    ROW_OF_BATCH,
    /** A connection runs statements while a result streams. */
    WORK_BESIDE_STREAMS,
    /** Transactions that refuse changes. */
    READ_ONLY,
    /** The rows of a temporary table outlive a transaction. */
    TEMPORARY_ROWS,
    /** A limit may be 0. */
    LIMIT_OF_NONE,
    /** A text may have a NUL in it. */
    NUL_IN_TEXT,
    /** An upsert that leaves rows alone does not return them. */
    UNTOUCHED_ROWS;

    private final Pattern named;
    private final boolean isRefused;

    /** @param constructs what a message that refuses it says; none if nothing does */
    Capability(String... constructs) {
        this.isRefused = constructs.length > 0;
        this.named = Pattern.compile(Stream.of(constructs).map(Pattern::quote).collect(joining("|")));
    }

    /** Whether something is refused without it; else a test {@linkplain Database#has asks} for it. */
    boolean isRefused() {
        return isRefused;
    }

    /** Whether a message that refuses something is about this. */
    boolean isNamedIn(String message) {
        return named.matcher(message).find();
    }
}
