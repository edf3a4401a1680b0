package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;

/** The functions that SQLite writes in its own way. */
final class SqliteFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(SqliteDates.TABLE)
            .with(SqliteAggregates.TABLE)
            .with(SqliteJson.TABLE)
            .with(SqliteFulltext.TABLE)
            .renamed("char_length", "length")
            .renamed("ascii", "unicode")
            .renamed("chr", "char")
            .templates(
                    "position", "instr({1}, {0})",
                    "overlay", "(substr({0}, 1, {(2)} - 1) || {(1)} || substr({0}, {(2)} + {(3)}))",
                    "left", "substr({0}, 1, {1})",
                    "right", "substr({0}, max(length({0}) - {(1)} + 1, 1))",
                    // printf writes the character once at least
                    "random_uuid",
                            "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)"
                                    + " || '-' || substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2)"
                                    + " || '-' || hex(randomblob(6)))",
                    "bits_of_one", "(({(0)} | {(1)}) - ({(0)} & {(1)}))",
                    "repeat", "replace(substr(printf('%.*c', {1}, 'x'), 1, {1}), 'x', {0})",
                    "lpad", "substr(substr(printf('%.*c', {1}, {2}), 1, max({(1)} - length({0}), 0)) || {(0)}, 1, {1})",
                    "rpad", "substr({(0)} || printf('%.*c', {1}, {2}), 1, {1})",
                    "greatest", "max({*})",
                    "least", "min({*})",
                    // there is none for digits after the point
                    "trunc", "(trunc({(0)} * power(10, {1})) / power(10, {1}))",
                    "random", "(random() / 18446744073709551616.0 + 0.5)")
            .with("next_value", FunctionForm.unsupported("sequences"))
            .lacking("current_user");

    /** On a connection that Azoth opened, which has the functions of {@link SqliteJava}. */
    static final FunctionTable OPENED =
            TABLE.templates("regexp_like", "regexp({1}, {0})", "iregexp_like", "regexp('(?i)' || {(1)}, {0})");

    /** On another's connection. */
    static final FunctionTable FOREIGN = foreign(
            "regexp_like",
            "iregexp_like",
            "regexp_replace",
            "regexp_substr",
            "reverse",
            "split_part",
            "translate",
            "json_contains");

    private SqliteFunctions() {}

    private static FunctionTable foreign(String... lacking) {
        FunctionTable table = TABLE;
        for (String name : lacking) {
            table = table.with(
                    name,
                    FunctionForm.unsupported("function " + name + " but on connections that Azoth opens itself: let"
                            + " Engine.create open them, or call opened(connection) of the dialect for each of yours"));
        }
        return table;
    }
}
