package dev.azoth.schema;

import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;

/** How an index of a kind of one's own is kept, which writes itself as a {@link dev.azoth.sql.CustomExpression} does; see {@link Table#index(String, java.util.List, CustomIndex)}. */
public interface CustomIndex {
    /** Whether a server has it. Where it does not, the table is created without the index. */
    boolean isFor(ServerInfo server);

    /** The words between {@code CREATE} and the index's name. */
    default String kind(ServerInfo server) {
        return "INDEX";
    }

    /** Writes what follows the table's name. Columns of expressions are written without their table. */
    void render(SqlOutput out);
}
