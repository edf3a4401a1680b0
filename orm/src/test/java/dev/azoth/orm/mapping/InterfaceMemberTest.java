package dev.azoth.orm.mapping;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.CreatedAt;
import dev.azoth.orm.annotation.Sensitive;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What interfaces say of the members of those that implement them. */
@EveryDatabase
class InterfaceMemberTest {
    private static final MetaData TABLES = Entities.metadata(Article.class, Memo.class);
    private static final EntityPath<Article> article = Entities.path(Article.class);

    private final SessionFactory sessions;

    InterfaceMemberTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    /** A key of some class. */
    interface Keyed<K> {
        @Id
        @GeneratedValue
        K id();
    }

    /** A title, and what follows from it. */
    interface Titled extends Comparable<Titled> {
        @jakarta.persistence.Column(name = "heading", length = 20, nullable = false)
        String getTitle();

        @Sensitive
        @Transient
        default String shout() {
            return getTitle() + "!";
        }

        @Override
        default int compareTo(Titled other) {
            return getTitle().compareTo(other.getTitle());
        }
    }

    /** When something was made. */
    interface Dated {
        @CreatedAt
        @Nullable
        Instant createdAt();
    }

    /** Implements an interface for what extends it. */
    @MappedSuperclass
    abstract static class Base<K> implements Keyed<K>, Dated {
        @Nullable
        K id;

        @Nullable
        Instant createdAt;

        @Override
        public K id() {
            return java.util.Objects.requireNonNull(id);
        }

        @Override
        public @Nullable Instant createdAt() {
            return createdAt;
        }
    }

    @Entity
    @jakarta.persistence.Table(name = "interface_article")
    static class Article extends Base<UUID> implements Titled {
        String title = "";
        String shout = "";

        Article() {}

        Article(String title) {
            this.title = title;
        }

        @Override
        public String getTitle() {
            return title;
        }
    }

    /** Says something else itself. */
    @Entity
    @jakarta.persistence.Table(name = "interface_memo")
    record Memo(
            @Id int id,

            @jakarta.persistence.Column(name = "subject", length = 50)
            String title) implements Titled {
        @Override
        public String getTitle() {
            return title;
        }
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @Test
    void fieldsHaveWhatInterfacesSay() {
        Table table = article.table();
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "created_at", "heading");
        assertThat(table.column("heading").isNullable()).isFalse();
        assertThat(table.column("heading").type().toString()).contains("20");
        Table memo = Entities.path(Memo.class).table();
        assertThat(memo.columns()).extracting(Column::name).containsExactly("id", "subject");
    }

    @Test
    void theyAreWrittenAndRead() {
        Article made = new Article("o'hara 📰");
        sessions.begin(session -> session.addAll(made, new Memo(1, "memo")));
        assertThat(made.createdAt).isNotNull();
        try (Session session = sessions.open()) {
            Article found = session.execute(select(article)
                            .where(article.column("title", String.class).startsWith("o'")))
                    .one();
            assertThat(found.id()).isEqualTo(made.id());
            assertThat(found.shout()).isEqualTo("o'hara 📰!");
            assertThat(session.get(Memo.class, 1).orElseThrow().shout()).isEqualTo("memo!");
            session.delete(found);
            session.delete(session.get(Memo.class, 1).orElseThrow());
            session.commit();
        }
    }

    @Entity
    static class Fieldless implements Dated {
        @Id
        int id;

        @Override
        public @Nullable Instant createdAt() {
            return null;
        }
    }

    @Test
    void aMethodWithoutAFieldIsNamed() {
        assertThatThrownBy(() -> Entities.path(Fieldless.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("dev.azoth.orm.mapping.InterfaceMemberTest$Fieldless cannot be mapped:\n"
                        + "  dev.azoth.orm.mapping.InterfaceMemberTest.Fieldless: it implements"
                        + " dev.azoth.orm.mapping.InterfaceMemberTest.Dated, whose createdAt() is annotated, but has no field of that name to which this"
                        + " applies: declare one in the class that implements it");
    }
}
