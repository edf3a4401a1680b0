package dev.azoth.sql;

import java.util.Locale;
import java.util.Set;

/** The names of functions of many rows. */
final class Aggregates {
    private static final Set<String> NAMES = Set.of(
            "any_value",
            "array_agg",
            "avg",
            "bit_and",
            "bit_or",
            "bit_xor",
            "bool_and",
            "bool_or",
            "corr",
            "count",
            "covar_pop",
            "covar_samp",
            "every",
            "any",
            "group_concat",
            "json_agg",
            "json_array_agg",
            "json_arrayagg",
            "json_group_array",
            "json_group_object",
            "json_object_agg",
            "json_objectagg",
            "jsonb_agg",
            "jsonb_object_agg",
            "listagg",
            "max",
            "median",
            "min",
            "mode",
            "percentile_cont",
            "percentile_disc",
            "regr_intercept",
            "regr_r2",
            "regr_slope",
            "std",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "string_agg",
            "sum",
            "total",
            "var_pop",
            "var_samp",
            "variance");

    private Aggregates() {}

    static boolean has(String function) {
        return NAMES.contains(function.toLowerCase(Locale.ROOT));
    }
}
