package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;

/** The functions that MySQL writes in its own way, and MariaDB with it. */
public final class MysqlFunctions {
    /** The functions. Times are in UTC whatever the session's time zone is, as the columns are. */
    public static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("now", FunctionForm.text("utc_timestamp(6)"))
            .with("current_date", FunctionForm.text("utc_date()"));

    private MysqlFunctions() {}
}
