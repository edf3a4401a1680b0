package dev.azoth.compile;

import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Condition;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Sql;
import dev.azoth.type.JsonForm;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that the SQL standard itself writes in another way than as {@code name(arguments)}. */
final class StandardFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("current_date", FunctionForm.text("CURRENT_DATE"))
            .with(extracted())
            .with("json_formed", StandardFunctions::formed)
            .with("try_cast", FunctionForm.unsupported("cast that gives null for what is no value"))
            .with("next_value", FunctionForm.beforeName("NEXT VALUE FOR"))
            .with("old_value", FunctionForm.unsupported("old values in RETURNING"))
            .with("new_value", FunctionForm.unsupported("new values in RETURNING"))
            .with("collate", StandardFunctions::collate)
            .with("fulltext_match", FunctionForm.unsupported("full text search"))
            .with("fulltext_rank", FunctionForm.unsupported("full text search"))
            .with("fulltext_headline", FunctionForm.unsupported("full text search"))
            .lacking(
                    "to_tsvector",
                    "to_tsquery",
                    "plainto_tsquery",
                    "phraseto_tsquery",
                    "websearch_to_tsquery",
                    "ts_match",
                    "ts_concat",
                    "setweight",
                    "ts_rank",
                    "ts_rank_cd",
                    "ts_headline")
            .with("count_distinct_rows", StandardFunctions::countRows)
            .with("iregexp_like", FunctionForm.template("regexp_like({0}, {1}, 'i')"))
            .with("regexp_replace", FunctionForm.template("regexp_replace({0}, {1}, {2})"))
            .with(arrays())
            .with("array_of", StandardFunctions::arrayOf)
            .with(ranges())
            .with("current_user", FunctionForm.text("CURRENT_USER"))
            .with("local_time", FunctionForm.text("LOCALTIME"))
            .with("local_timestamp", FunctionForm.text("LOCALTIMESTAMP"))
            .templates(
                    "position", "position({(0)} IN {(1)})",
                    "overlay", "overlay({0} PLACING {(1)} FROM {(2)} FOR {(3)})",
                    "bits_of_both", "({(0)} & {(1)})",
                    "bits_of_any", "({(0)} | {(1)})",
                    "bits_of_one", "xor({0}, {1})",
                    "bits_of_none", "(~{(0)})",
                    "random_uuid", "gen_random_uuid()",
                    "bits_up", "({(0)} << {(1)})",
                    "bits_down", "({(0)} >> {(1)})",
                    "json_value_of", "{0}",
                    "json_row", "json_array({*})",
                    "greatest", "greatest({*})",
                    "least", "least({*})");

    private StandardFunctions() {}

    /** The name that a call's argument is. */
    static String name(FunctionCall<?> call) {
        if (!call.arguments().isEmpty() && call.arguments().get(0) instanceof Literal<?> name) {
            return String.valueOf(name.value());
        }
        throw new IllegalArgumentException(call.function() + " is of a name, not of " + call.arguments());
    }

    /** Writes the name, behind the schema that a second argument says. */
    static SqlWriter nameInSchema(FunctionCall<?> call, SqlWriter out) {
        String name = name(call);
        if (call.arguments().size() > 1 && call.arguments().get(1) instanceof Literal<?> said) {
            Optional<String> schema = Optional.of(String.valueOf(said.value())).filter(each -> !each.isEmpty());
            out.language()
                    .schemas()
                    .of(schema)
                    .ifPresent(each -> out.identifier(each).sql("."));
        }
        return out.identifier(name);
    }

    /** A value as it stands in JSON without losing anything. */
    private static void formed(FunctionCall<?> call, SqlWriter out) {
        Expression<?> value = call.arguments().get(0);
        JsonForm<?> form = out.codec(value.type()).jsonForm().orElseThrow();
        out.sql(form.before()).typed(value).sql(form.after());
    }

    private static void collate(FunctionCall<?> call, SqlWriter out) {
        out.sql("(").operand(call.arguments().get(0)).sql(" COLLATE ");
        if (call.arguments().get(1) instanceof Literal<?> name) {
            out.identifier(String.valueOf(name.value()));
        }
        out.sql(")");
    }

    /** A row of which one value is null is a row like others to the database. */
    private static void countRows(FunctionCall<?> call, SqlWriter out) {
        Condition whole =
                Sql.allOf(call.arguments().stream().map(Expression::isNotNull).toList());
        Aggregation rows = call.aggregation();
        Condition filter = rows.filter();
        String places = "{}, ".repeat(call.arguments().size() - 1) + "{}";
        FunctionCall<?> counted = call.withArguments(
                Sql.sql("(" + places + ")", Types.NULL, call.arguments().toArray(Expression<?>[]::new)));
        out.call(
                "count",
                counted.with(rows.filtered(filter == null ? whole : filter.and(whole)))
                        .distinct());
    }

    /** With its type, which nulls do not say. */
    private static void arrayOf(FunctionCall<?> call, SqlWriter out) {
        String type = out.codec(call.type()).castDeclaration();
        out.sql("CAST(ARRAY[");
        for (int i = 0; i < call.arguments().size(); i++) {
            out.sql(i == 0 ? "" : ", ").typed(call.arguments().get(i));
        }
        out.sql("] AS " + type + ")");
    }

    private static FunctionTable arrays() {
        FunctionTable table = FunctionTable.EMPTY;
        for (String name : List.of(
                "array_get",
                "array_part",
                "array_size",
                "array_has",
                "array_has_all",
                "array_has_any",
                "array_of_both",
                "array_and_one",
                "array_index")) {
            table = table.with(name, FunctionForm.unsupported("function of arrays (" + name + ")"));
        }
        return table;
    }

    private static FunctionTable ranges() {
        FunctionTable table = FunctionTable.EMPTY;
        for (String name : List.of(
                "range_contains",
                "range_overlaps",
                "range_before",
                "range_adjacent",
                "range_union",
                "range_intersection",
                "range_minus",
                "range_lower",
                "range_upper",
                "range_empty")) {
            table = table.with(name, FunctionForm.unsupported("ranges"));
        }
        return table;
    }

    private static FunctionTable extracted() {
        FunctionTable table = FunctionTable.EMPTY;
        for (DatePart part : DatePart.values()) {
            table = table.templates(
                    "extract_" + part.name().toLowerCase(Locale.ROOT), "EXTRACT(" + part + " FROM {0})");
        }
        return table;
    }
}
