package dev.azoth.dialect;

import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Statement;
import dev.azoth.sql.StatementText;
import dev.azoth.type.ServerInfo;
import java.util.Map;
import java.util.Set;

/** Writes statements in standard SQL, as no dialect changes it. */
public final class StandardText implements StatementText {
    private static final ServerInfo SERVER = new ServerInfo("standard", "standard SQL", 1, 0, Map.of());

    private static final SqlLanguage LANGUAGE = new SqlLanguage(
            SERVER,
            new IdentifierRules('"', Set.of("select", "from", "where", "group", "order", "table", "user")),
            new StandardCodecs(SERVER) {},
            new StatementRenderer() {},
            new DdlRenderer() {});

    /** For the service loader. */
    public StandardText() {}

    @Override
    public String of(Statement<?> statement) {
        return LANGUAGE.statements().text(statement instanceof Insert<?> insert ? whole(insert) : statement, LANGUAGE);
    }

    /** An insert whose rows are given when it runs shows their places. */
    private static Insert<?> whole(Insert<?> insert) {
        boolean open = insert.rows().isEmpty()
                && insert.query().isEmpty()
                && !insert.columns().isEmpty();
        return open ? insert.parameters(insert.columns()) : insert;
    }
}
