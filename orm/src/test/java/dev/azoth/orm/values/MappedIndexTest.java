package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.annotation.IndexProvider;
import dev.azoth.orm.annotation.MappedIndex;
import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.SqlOutput;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.ServerInfo;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indexes that annotations of one's own ask for. */
@EveryDatabase
class MappedIndexTest {
    private final Database database;

    MappedIndexTest(Database database) {
        this.database = database;
    }

    /** The largest first, on databases that are not left out. */
    @MappedIndex(Descendings.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Descending {
        String not() default "";
    }

    static final class Descendings implements IndexProvider<Descending> {
        @Override
        public CustomIndex index(Descending annotation, Column<?> column) {
            if (column.type().javaType() == String.class) {
                throw new IllegalArgumentException("@Descending is for numbers");
            }
            return new DescendingIndex(column.name(), annotation.not());
        }
    }

    record DescendingIndex(String column, String not) implements CustomIndex {
        @Override
        public boolean isFor(ServerInfo server) {
            return !server.dialect().equals(not);
        }

        @Override
        public void render(SqlOutput out) {
            out.sql(" (").identifier(column).sql(" DESC)");
        }
    }

    @Entity
    @Table(name = "run_of_days")
    static class Run {
        @Id
        long id;

        @Descending(not = "h2")
        int order;
    }

    @Test
    void theyAreMadeWithTheTableWhereTheDatabaseHasThem() {
        MetaData metadata = Entities.metadata(Run.class);
        database.statements().clear();
        metadata.createAll(database.engine());
        try {
            boolean made = !database.name().equals("h2");
            assertThat(database.statements().sql().stream()
                            .filter(sql -> sql.startsWith("CREATE INDEX"))
                            .toList())
                    .hasSize(made ? 1 : 0)
                    .allMatch(sql -> sql.endsWith(" DESC)"));
            assertThat(database.engine()
                            .inspect()
                            .table("run_of_days")
                            .orElseThrow()
                            .indexes())
                    .hasSize(made ? 1 : 0);
        } finally {
            metadata.dropAll(database.engine());
        }
    }

    @Entity
    static class Wrong {
        @Id
        long id;

        @Descending
        @Nullable
        String text;
    }

    @Entity
    static class Misplaced {
        @Id
        long id;

        @ManyToOne
        @Descending
        @Nullable
        Run run;
    }

    @Test
    void whatIsWrongNamesClassAndMember() {
        assertThatThrownBy(() -> Entities.metadata(Wrong.class).tables())
                .isInstanceOf(MappingException.class)
                .hasMessage(Wrong.class.getName() + ".text: @Descending is for numbers");
        assertThatThrownBy(() -> Entities.metadata(Misplaced.class).tables())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("run: @Descending is for members that are columns");
    }
}
