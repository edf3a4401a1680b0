package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.IntegrityException;
import dev.azoth.MappingException;
import dev.azoth.dialect.Dialects;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.orm.Entities;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.Indexed;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indexes of entities may be of some rows, in other orders, and kept in other ways. */
@EveryDatabase
class IndexedOptionsTest {
    /** A name is free again when its bearer has left. */
    @Entity
    @Table(name = "indexed_member")
    static class Member {
        @Id
        int id;

        @Indexed(name = "one_bearer", unique = true, where = "left_at IS NULL")
        String handle = "";

        @Nullable
        Integer leftAt;

        Member() {}

        Member(int id, String handle, @Nullable Integer leftAt) {
            this.id = id;
            this.handle = handle;
            this.leftAt = leftAt;
        }
    }

    @Entity
    @Table(
            name = "indexed_visit",
            indexes = {
                @Index(name = "latest", columnList = "place ASC, came_at DESC"),
                @Index(name = "once", columnList = "came_at, place", unique = true)
            })
    static class Visit {
        @Id
        int id;

        String place = "";
        int cameAt;
    }

    @Entity
    @Table(name = "indexed_article")
    static class Article {
        @Id
        int id;

        @Indexed(
                columns = "written desc",
                include = "title",
                method = "btree",
                operatorClass = "varchar_pattern_ops",
                descending = true)
        String author = "";

        int written;
        String title = "";
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @Table(name = "indexed_ship")
    @Subclasses(Ferry.class)
    static class Ship {
        @Id
        int id;

        @Indexed(name = "by_port")
        String port = "";
    }

    @Entity
    @Table(name = "indexed_ferry")
    static class Ferry extends Ship {
        @ManyToOne
        @Indexed(name = "by_sister", columns = "cars desc")
        @Nullable
        Ferry sister;

        int cars;
    }

    private static List<String> created(Class<?> entity, String dialect) {
        return Dialects.createAll(Entities.metadata(entity), dialect).stream()
                .filter(each -> each.contains("INDEX"))
                .toList();
    }

    private static IndexDescription found(Database db, String table, String name) {
        return db.engine().inspect().table(table).orElseThrow().indexes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Complaint: a unique name among the rows that are not deleted needs SQL beside the mapping. */
    @Test
    void aNameIsUniqueAmongSomeRows(Database db) {
        MetaData metadata = Entities.metadata(Member.class);
        if (!List.of("postgresql", "sqlite").contains(db.name())) {
            assertThatThrownBy(() -> metadata.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith("has no index of some rows, as one_bearer of the table indexed_member");
            return;
        }
        metadata.createAll(db.engine());
        SessionFactory sessions = SessionFactory.create(db.engine());
        sessions.begin(session ->
                session.addAll(List.of(new Member(1, "ann", 7), new Member(2, "ann", 8), new Member(3, "ann", null))));
        assertThatThrownBy(() -> sessions.begin(session -> session.add(new Member(4, "ann", null))))
                .isInstanceOf(IntegrityException.class);
        assertThat(found(db, "indexed_member", "one_bearer").details().condition())
                .hasValueSatisfying(each -> assertThat(each).isEqualToIgnoringCase("left_at IS NULL"));
        metadata.dropAll(db.engine());
    }

    @Test
    void aColumnListHasOrders(Database db) {
        assertThat(created(Visit.class, "postgresql"))
                .containsExactly(
                        "CREATE INDEX latest ON indexed_visit (place, came_at DESC)",
                        "CREATE UNIQUE INDEX once ON indexed_visit (came_at, place)");
        if (!db.name().equals("duckdb")) {
            MetaData metadata = Entities.metadata(Visit.class);
            metadata.createAll(db.engine());
            assertThat(found(db, "indexed_visit", "latest").details().orders()).containsExactly("", "DESC");
            metadata.dropAll(db.engine());
        }
    }

    @Test
    void whatADatabaseHasMoreIsSaidToIt(Database db) {
        assertThat(created(Article.class, "postgresql"))
                .containsExactly("CREATE INDEX ix_indexed_article_author_written ON indexed_article USING btree"
                        + " (author varchar_pattern_ops DESC, written DESC) INCLUDE (title)");
        MetaData metadata = Entities.metadata(Article.class);
        if (db.name().equals("postgresql")) {
            metadata.createAll(db.engine());
            IndexDescription found = found(db, "indexed_article", "ix_indexed_article_author_written");
            assertThat(found.details().include()).containsExactly("title");
            assertThat(found.details().operatorClasses()).containsExactly("varchar_pattern_ops", "");
            metadata.dropAll(db.engine());
        } else {
            assertThatThrownBy(() -> metadata.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("has no methods of indexes");
        }
    }

    @Test
    void eachTableOfEntitiesThatExtendEachOtherHasItsOwn() {
        assertThat(created(Ship.class, "h2"))
                .containsExactly(
                        "CREATE INDEX IF NOT EXISTS by_port ON indexed_ship (port)",
                        "CREATE INDEX IF NOT EXISTS by_sister ON indexed_ferry (sister_id, cars DESC)");
    }

    @Entity
    @Table(name = "indexed_wrongly", indexes = @Index(columnList = "id", options = "TABLESPACE fast"))
    static class Wrong {
        @Id
        int id;

        @Indexed(columns = "nosuch desc", include = "nothing")
        int other;
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Entities.metadata(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("other: @Indexed: there is no column \"nosuch\"; the columns are id, other")
                .hasMessageContaining("other: @Indexed: there is no column \"nothing\"; the columns are id, other")
                .hasMessageContaining(
                        "@Index(options) is not supported: say it with @Indexed on the first of its columns");
    }
}
