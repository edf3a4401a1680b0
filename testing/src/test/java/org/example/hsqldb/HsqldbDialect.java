package org.example.hsqldb;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.NameLength;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.SqlWriter;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.inspect.Introspection;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A stranger's dialect, for HSQLDB 2.7: as small as it can be, with nothing that core does not promise. */
public final class HsqldbDialect implements Dialect {
    static final String NAME = "hsqldb";

    /** Its words that are no plain names, of those that the suite's tables are called by. */
    static final IdentifierRules IDENTIFIERS = new IdentifierRules(
            '"',
            Set.of(
                    ("all and any array as at between both by call case cast check coalesce constraint count create cross cube "
                                    + "current cursor day default delete distinct do drop each else end every except exists fetch filter for "
                                    + "foreign from full function grant group grouping having hour in inner insert intersect into is join "
                                    + "key language lateral leading left like limit loop max merge min minute month natural no not null of "
                                    + "offset on only or order outer over overlaps partition position primary range references result right "
                                    + "rollup row rows second select set some sum table then time timestamp to trailing trigger union unique "
                                    + "unknown update user using value values when where window with year")
                            .split(" ")),
            NameLength.characters("HSQLDB", 128));

    /** For the service loader. */
    public HsqldbDialect() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(NAME);
    }

    @Override
    public boolean takesOpaqueUrls() {
        return true;
    }

    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("HSQL Database Engine");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        String path = url.jdbc().orElseGet(() -> "jdbc:hsqldb:" + url.opaque().orElseThrow());
        return new JdbcTarget(
                path + ";sql.lowercase_ident=true;sql.char_literal=false;sql.pad_space=false",
                "org.hsqldb.jdbc.JDBCDriver",
                "org.hsqldb:hsqldb",
                Map.of("user", "SA", "password", ""),
                JdbcTarget.Sharing.KEPT_ALIVE_POOL,
                "");
    }

    @Override
    public ServerInfo serverInfo(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        return server(server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion());
    }

    @Override
    public ServerInfo assumedServer() {
        return server(2, 7);
    }

    private static ServerInfo server(int major, int minor) {
        return new ServerInfo(NAME, "HSQLDB " + major + "." + minor, major, minor, Map.of());
    }

    // tag::dialect-language
    @Override
    public SqlLanguage language(ServerInfo server) {
        return new SqlLanguage(
                server, IDENTIFIERS, new HsqldbCodecs(server), new HsqldbStatements(), new DdlRenderer() {
                    @Override
                    protected String ifNotExists() {
                        return "IF NOT EXISTS ";
                    }

                    @Override
                    protected void serverDefault(Expression<?> value, SqlWriter out) {
                        if (value instanceof Literal<?> literal && literal.value() instanceof UUID uuid) {
                            out.sql("'" + uuid + "'"); // and no CAST
                        } else {
                            out.argument(value);
                        }
                    }

                    @Override
                    protected boolean putsQueriesInParentheses() {
                        return true;
                    }
                });
    }
    // end::dialect-language

    @Override
    public ErrorFields error(SQLException e) {
        String message = String.valueOf(e.getMessage());
        // … constraint or index violation ; UQ_ITEM_CODE table: ITEM column: CODE
        String[] about = message.split(" ; | table: | column: ", -1);
        return new ErrorFields(
                kind(String.valueOf(e.getSQLState())),
                message,
                e.getSQLState(),
                e.getErrorCode(),
                about.length > 1 ? HsqldbIntrospection.said(about[1]) : null,
                about.length > 2 ? HsqldbIntrospection.said(about[2]) : null,
                about.length > 3 ? HsqldbIntrospection.said(about[3]) : null);
    }

    private static ErrorKind kind(String state) {
        return switch (state) {
            case "23502" -> ErrorKind.NOT_NULL;
            case "23503", "23504" -> ErrorKind.FOREIGN_KEY;
            case "23505" -> ErrorKind.UNIQUE;
            case "23513" -> ErrorKind.CHECK;
            case "28000" -> ErrorKind.AUTHENTICATION;
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> ErrorKind.DISCONNECTED;
                    case "0A" -> ErrorKind.NOT_SUPPORTED;
                    case "22" -> ErrorKind.DATA;
                    case "37", "42" -> ErrorKind.PROGRAMMING;
                    case "40" -> ErrorKind.CONFLICT;
                    default -> ErrorKind.UNKNOWN;
                };
        };
    }

    @Override
    public Introspection introspection() {
        return new HsqldbIntrospection();
    }
}
