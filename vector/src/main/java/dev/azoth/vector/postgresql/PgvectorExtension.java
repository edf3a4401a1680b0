package dev.azoth.vector.postgresql;

import dev.azoth.CompileException;
import dev.azoth.type.ServerInfo;

/** Where the names of the extension are: it may be installed in any schema, on the search path or off it. */
final class PgvectorExtension {
    static final String NAME = "vector";

    private PgvectorExtension() {}

    /**
     * The schema, not quoted.
     *
     * @throws CompileException if the extension was not there when the server was asked
     */
    static String schema(ServerInfo server) {
        return server.extensionSchema(NAME)
                .orElseThrow(() -> new CompileException(server.product()
                        + " has no type vector, for the extension of that name is not installed in this database:"
                        + " call Vectors.install(engine), or run CREATE EXTENSION vector and engine.refreshServer()"));
    }

    /** A name of the extension with the schema in front, for SQL: of its type, an operator or a class of operators. */
    static String name(ServerInfo server, String name) {
        return quoted(schema(server)) + "." + name;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
