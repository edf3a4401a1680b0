package dev.azoth.manual;

import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.function;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sql;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.variants;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.event.EngineListener;
import dev.azoth.event.SchemaEvent;
import dev.azoth.schema.Ddl;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ExtendingTest extends ShopTest {
    // tag::extending-variants
    static Expression<Integer> bytes(Expression<String> text) {
        return variants(function("octet_length", INTEGER, text))
                .on("sqlite", sql("length(CAST({} AS BLOB))", INTEGER, text))
                .on("duckdb", sql("strlen({})", INTEGER, text));
    }
    // end::extending-variants

    // tag::extending-expression
    record FirstWord(Expression<String> text) implements CustomExpression<String> {
        @Override
        public SqlType<String> type() {
            return Types.TEXT;
        }

        @Override
        public void render(SqlOutput out) {
            switch (out.server().dialect()) {
                case "postgresql", "duckdb" ->
                    out.sql("split_part(").argument(text).sql(", ' ', 1)");
                case "mysql", "mariadb" ->
                    out.sql("substring_index(").argument(text).sql(", ' ', 1)");
                default -> throw out.unsupported("first words");
            }
        }

        @Override
        public void describe(Structure out) {
            out.node(text);
        }
    }
    // end::extending-expression

    @Test
    void constructsOfOnesOwn(Database database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.execute(select(bytes(value("né", TEXT)))).one())
                    .isEqualTo(3);

            var word = select(new FirstWord(user.name)).where(user.name.eq("sandy"));
            if (List.of("sqlite", "h2").contains(database.name())) {
                assertThatThrownBy(() -> connection.execute(word))
                        .isInstanceOf(CompileException.class)
                        .hasMessageContaining("has no first words");
            } else {
                assertThat(connection.execute(word).all()).containsExactly("sandy");
            }
        }
    }

    @Test
    void tablesAreToldOf(Database database) {
        List<String> created = new ArrayList<>();
        // tag::events-schema
        EngineListener grants = new EngineListener() {
            @Override
            public void schema(SchemaEvent event) {
                if (event.moment() == Ddl.Moment.AFTER_CREATE) {
                    event.tables().forEach(table -> created.add(table.name()));
                }
            }
        };
        // end::events-schema
        try (Engine engine = Engine.create("sqlite://", options -> options.listener(grants))) {
            Shop.METADATA.createAll(engine);
        }
        assertThat(created).contains("user_account");
    }
}
