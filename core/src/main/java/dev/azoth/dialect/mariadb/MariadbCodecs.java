package dev.azoth.dialect.mariadb;

import dev.azoth.dialect.EncodableText;
import dev.azoth.dialect.JdbcCodec;
import dev.azoth.dialect.mysql.MysqlCodecs;
import dev.azoth.type.Json;
import dev.azoth.type.NamedType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import java.sql.Types;
import java.util.UUID;

/** The types that MariaDB stores in another way than MySQL. */
final class MariadbCodecs extends MysqlCodecs {
    MariadbCodecs(ServerInfo server) {
        super(server);
    }

    @Override
    protected int mostScale() {
        return 38;
    }

    /** The type came with 10.7. */
    @Override
    protected JdbcCodec<UUID> uuid() {
        return textUuid(server().atLeast(10, 7) ? "UUID" : "CHAR(36)");
    }

    /** The server itself forgets to quote the bytes of a text when it writes down a column's default. */
    @Override
    protected String withoutEscapes(String text) {
        StringBuilder parts = new StringBuilder("concat('");
        boolean quoted = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\0') {
                parts.append(quoted ? "', " : ", ")
                        .append("char(")
                        .append((int) c)
                        .append(" USING utf8mb4)");
                quoted = false;
            } else {
                parts.append(quoted ? "" : ", '").append(c == '\'' ? "''" : c);
                quoted = true;
            }
        }
        return parts.append(quoted ? "')" : ")").toString();
    }

    /** Its own types for addresses. */
    @Override
    protected TypeCodec<String> named(NamedType type) {
        if (!type.name().equals("INET6") && !type.name().equals("INET4")) {
            return super.named(type);
        }
        return string(new StringType(StringType.Form.VARCHAR, 39))
                .withDeclaration(type.name())
                .withCast(type.name())
                .withJson(asText(value -> value))
                .withPlaceholder("CAST(? AS " + type.name() + ")");
    }

    /** JSON is another name of LONGTEXT, with a check. */
    @Override
    protected TypeCodec<Json> json() {
        return JdbcCodec.<Json>of(
                        "JSON",
                        Types.VARCHAR,
                        (statement, index, value) -> statement.setString(index, EncodableText.paired(value.text())),
                        (row, index) -> {
                            String text = row.getString(index);
                            return text == null ? null : Json.parse(text);
                        },
                        value -> quoted(value.text()))
                .withJson(asText(Json::parse))
                .withCast("CHAR");
    }
}
