package dev.azoth.compile;

import dev.azoth.sql.DatePart;
import java.util.Locale;

/** The functions that the SQL standard itself writes in another way than as {@code name(arguments)}. */
final class StandardFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("current_date", FunctionForm.text("CURRENT_DATE"))
            .with(extracted())
            .with("local_time", FunctionForm.text("LOCALTIME"))
            .with("local_timestamp", FunctionForm.text("LOCALTIMESTAMP"))
            .templates(
                    "position", "position({(0)} IN {(1)})",
                    "overlay", "overlay({0} PLACING {(1)} FROM {(2)} FOR {(3)})",
                    "json_value_of", "{0}",
                    "greatest", "greatest({*})",
                    "least", "least({*})");

    private StandardFunctions() {}

    private static FunctionTable extracted() {
        FunctionTable table = FunctionTable.EMPTY;
        for (DatePart part : DatePart.values()) {
            table = table.templates(
                    "extract_" + part.name().toLowerCase(Locale.ROOT), "EXTRACT(" + part + " FROM {0})");
        }
        return table;
    }
}
