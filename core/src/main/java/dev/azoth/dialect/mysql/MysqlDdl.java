package dev.azoth.dialect.mysql;

import dev.azoth.CompileException;
import dev.azoth.compile.CommentForm;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.KeyReach;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.SqlWriter;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Index;
import dev.azoth.schema.Table;
import dev.azoth.schema.UniqueKey;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Literal;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodecs;
import java.util.List;
import java.util.regex.Pattern;

/** The declarations that MySQL writes in its own way, and MariaDB with it. */
public class MysqlDdl extends DdlRenderer {
    private static final Pattern LARGE =
            Pattern.compile("(?:TINY|MEDIUM|LONG)?(?:TEXT|BLOB)\\b.*|JSON", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A note about the server: in its texts a backslash begins no escape. */
    static final String PLAIN_BACKSLASHES = "NO_BACKSLASH_ESCAPES";

    private final ServerInfo server;
    private final TypeCodecs codecs;
    private final String collation;

    /**
     * Declarations for a server.
     *
     * @param collation the collation of the tables, for which different texts are different
     */
    public MysqlDdl(ServerInfo server, TypeCodecs codecs, String collation) {
        this.server = server;
        this.codecs = codecs;
        this.collation = collation;
    }

    @Override
    protected String identity() {
        return " AUTO_INCREMENT";
    }

    @Override
    protected String tableOptions(Table table) {
        checkKey("the primary key", table.primaryKey());
        for (UniqueKey key : table.uniqueKeys()) {
            checkUnique(key);
        }
        return " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE " + collation;
    }

    /** Refuses a unique key that the server cannot have. */
    protected void checkUnique(UniqueKey key) {
        checkKey("the unique key " + key.name(), key.columns());
    }

    /** "BLOB and TEXT columns can be indexed, but a prefix length must be given": and a prefix makes no key. */
    private void checkKey(String what, List<Column<?>> columns) {
        for (Column<?> column : columns) {
            if (isLarge(column)) {
                throw new CompileException(server.product() + " cannot have " + column + ", a " + declaration(column)
                        + ", in " + what + ": declare it with a length, as VARCHAR(n)");
            }
        }
    }

    private boolean isLarge(Expression<?> value) {
        return LARGE.matcher(declaration(value)).matches();
    }

    private String declaration(Expression<?> value) {
        return codecs.codec(value.type()).declaration();
    }

    @Override
    public String createIndex(Index index, SqlLanguage language) {
        if (index.words().isEmpty()) {
            checkKey("the index " + index.name(), index.columns());
        }
        return super.createIndex(index, language);
    }

    /** The language is the server's to know. */
    @Override
    protected void indexOfWords(Index index, String words, SqlWriter out) {
        index("FULLTEXT INDEX", index, out.sql("CREATE "));
        out.sql(" (").arguments(index.columns()).sql(")");
    }

    /** "Defaults for BLOB, TEXT, GEOMETRY and JSON are possible only as expressions", which have parentheses. */
    @Override
    protected void serverDefault(Expression<?> value, SqlWriter out) {
        String text = SqlWriter.literal(out.language()).argument(value).text();
        boolean plain =
                value instanceof Literal<?> && !isLarge(value) && text.matches("(?s)'.*'|-?[0-9.]+|TRUE|FALSE|NULL");
        out.sql(plain ? text : "(" + text + ")");
    }

    @Override
    protected String dropForeignKey(ForeignKey key, SqlLanguage language) {
        return alter(key.table(), language)
                .sql(" DROP FOREIGN KEY ")
                .identifier(key.name())
                .text();
    }

    @Override
    protected CommentForm commentForm() {
        return CommentForm.INLINE;
    }

    /** The grammar takes no expression here, so that a backslash must be written as the connection's {@code sql_mode} has it. */
    @Override
    protected String commentText(String text, SqlWriter out) {
        text.codePoints()
                .filter(Character::isSupplementaryCodePoint)
                .findFirst()
                .ifPresent(each -> {
                    throw new CompileException(
                            server.product() + " keeps no character beyond U+FFFF, such as " + Character.toString(each)
                                    + ", in a comment, and would put a question mark there: \"" + text + "\"");
                });
        String quoted = "'" + text.replace("'", "''") + "'";
        return out.server().extensionSchema(PLAIN_BACKSLASHES).isPresent() ? quoted : quoted.replace("\\", "\\\\");
    }

    @Override
    protected boolean hasSequences() {
        return false;
    }

    @Override
    protected String computed() {
        return " STORED";
    }

    @Override
    protected KeyReach keyReach() {
        return KeyReach.SAID_SCHEMAS;
    }
}
