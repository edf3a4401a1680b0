package dev.azoth.dialect;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.StoredQuery;
import dev.azoth.sql.Statement;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dialects on the class path or module path. */
public final class Dialects {
    private Dialects() {}

    /** All of them. */
    public static List<Dialect> all() {
        return each().toList();
    }

    /** One after the other, so that whoever finds the one that it looks for makes no more: each brings its classes. */
    private static Stream<Dialect> each() {
        return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }

    /**
     * The statements that create tables and views, where none of them is there, in their order: a schema as a script.
     *
     * @param dialect its {@linkplain Dialect#name name}
     * @throws InvalidRequestException if there is no such dialect
     */
    public static List<String> createAll(MetaData metadata, String dialect) {
        SqlLanguage language = named(dialect).language(named(dialect).assumedServer());
        List<String> statements = new ArrayList<>(language.ddl().createAll(metadata, table -> false, language));
        metadata.views()
                .forEach(each -> statements.add(language.ddl().stored(each, StoredQuery.Change.CREATE, language)));
        return statements;
    }

    /**
     * The dialect of a name.
     *
     * @throws InvalidRequestException if there is none
     */
    public static Dialect named(String name) {
        return each().filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> none("named " + name));
    }

    /**
     * The dialect of a URL.
     *
     * @throws InvalidRequestException if there is none, or if it does not take a URL of this form
     */
    public static Dialect of(DatabaseUrl url) {
        Dialect found = each().filter(dialect -> dialect.accepts(url))
                .findFirst()
                .orElseThrow(() -> none("for " + url.scheme() + ":"));
        if (url.opaque().isPresent() && !found.takesOpaqueUrls()) {
            String scheme = url.scheme() + "://";
            throw new InvalidRequestException("a URL of " + found.name() + " begins with " + scheme + ": it is "
                    + scheme + "user:password@host:port/database, or " + scheme + "/file where databases are files");
        }
        return found;
    }

    /**
     * The dialect of a connection that the caller made.
     *
     * @throws InvalidRequestException if there is none
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String driver = connection.getMetaData().getDriverName();
        return each().filter(dialect -> dialect.recognizes(product, driver))
                .findFirst()
                .orElseThrow(() -> none("for " + product));
    }

    /**
     * The text of a statement in a dialect, with its values in it, for people to read; no database is asked.
     *
     * <p>It is what the newest version that is tested would take, but for the values of {@linkplain dev.azoth.type.SqlType#isSensitive sensitive}
     * types, which are {@code ***}, and parameters, which are their names.
     *
     * @param dialect its {@linkplain Dialect#name name}
     * @throws InvalidRequestException          if there is no such dialect
     * @throws dev.azoth.CompileException if the dialect lacks something in it, or a value cannot be written
     */
    public static String render(Statement<?> statement, String dialect) {
        return render(statement, named(dialect).assumedServer());
    }

    /** The same for a server of some {@linkplain ServerInfo#of version}. */
    public static String render(Statement<?> statement, ServerInfo server) {
        SqlLanguage language = named(server.dialect()).language(server);
        return language.statements().text(statement, language);
    }

    private static InvalidRequestException none(String wanted) {
        return new InvalidRequestException("there is no dialect " + wanted + "; there are "
                + all().stream().map(Dialect::name).sorted().collect(Collectors.joining(", "))
                + ", and others can be added as a service");
    }
}
