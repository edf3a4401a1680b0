package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EntityTablesTest {
    private final MetaData metadata = Entities.metadata(Shop.User.class);

    private static String describe(Table table) {
        return table.columns().stream().map(EntityTablesTest::describe).collect(Collectors.joining("\n"))
                + table.foreignKeys().stream()
                        .map(each -> "\nforeign key " + each.columns() + " to " + each.targetColumns())
                        .collect(Collectors.joining())
                + table.uniqueKeys().stream()
                        .map(each -> "\nunique " + each.columns())
                        .collect(Collectors.joining())
                + table.indexes().stream()
                        .map(each -> "\nindex " + each.name() + " " + each.columns())
                        .collect(Collectors.joining());
    }

    private static String describe(Column<?> column) {
        return column.name() + " " + column.type().name()
                + (column.isPrimaryKey() ? " key" : column.isNullable() ? "" : " not null")
                + (column.isIdentity() ? " identity" : "");
    }

    private String describe(String table) {
        return describe(metadata.table(table).orElseThrow());
    }

    @Test
    void allThatAnEntityLeadsToIsThere() {
        assertThat(metadata.tables().stream().map(Table::name))
                .containsExactlyInAnyOrder(
                        "user", "user_roles", "order", "team", "role", "profile", "line", "line_label", "label");
    }

    @Test
    void columnsComeFromMembersSuperclassesAndEmbeddedValues() {
        assertThat(describe("user")).isEqualTo("""
                        id BIGINT key identity
                        created_at TIMESTAMP WITH TIME ZONE not null
                        version INTEGER not null
                        name VARCHAR(255) not null
                        password VARCHAR(255)
                        biography VARCHAR(255)
                        street VARCHAR(255)
                        town VARCHAR(50)
                        amount NUMERIC
                        currency VARCHAR(3)
                        team_id UUID
                        foreign key [user.team_id] to [team.id]
                        unique [user.name, user.team_id]
                        index user_by_name [user.name]""");
        assertThat(describe("order")).isEqualTo("""
                        id BIGINT key identity
                        buyer BIGINT not null
                        status ENUM Status not null
                        total NUMERIC(12, 2)
                        wanted TIMESTAMP
                        notes JSON
                        foreign key [order.buyer] to [user.id]""");
    }

    @Test
    void keysMayBeOfSeveralColumns() {
        assertThat(describe("line_label")).isEqualTo("""
                        line_order_id BIGINT key
                        line_number INTEGER key
                        label_name VARCHAR(255) key
                        foreign key [line_label.line_order_id, line_label.line_number] to [line.order_id, line.number]
                        foreign key [line_label.label_name] to [label.name]""");
    }

    @Test
    void arraysAreAskedForByName() {
        assertThat(describe(EntityMapping.of(Shop.Tagged.class).table())).isEqualTo("""
                        id INTEGER key
                        tags VARCHAR(255)[]""");
    }

    @Test
    void oneToOneIsUnique() {
        assertThat(describe("profile")).isEqualTo("""
                        id UUID key
                        user_id BIGINT not null
                        text TEXT
                        picture BLOB
                        foreign key [profile.user_id] to [user.id]
                        unique [profile.user_id]""");
    }
}
