package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.FetchedValue;
import dev.azoth.orm.annotation.MappedType;
import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Versions that PostgreSQL keeps of every row by itself. */
@OnDatabase("postgresql")
class SystemVersionTest {
    @MappedType(TransactionIds.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface TransactionId {}

    static final class TransactionIds implements TypeProvider<TransactionId> {
        @Override
        public SqlType<?> type(TransactionId annotation, Class<?> memberType) {
            return Types.named("XID");
        }
    }

    @Entity
    static class Page {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String text = "";

        @Version
        @TransactionId
        @FetchedValue(system = true)
        @Nullable
        String xmin;
    }

    @Test
    void aColumnOfTheSystemTellsVersionsApart(Database database) {
        Entities.metadata(Page.class).createAll(database.engine());
        SessionFactory sessions = SessionFactory.create(database.engine());
        Page page = new Page();
        sessions.begin(session -> session.add(page));
        assertThat(page.xmin).isNotNull();
        try (Session session = sessions.open()) {
            Page mine = session.get(Page.class, page.id).orElseThrow();
            assertThat(mine.xmin).isEqualTo(page.xmin);
            mine.text = "first";
            session.commit();
            assertThat(mine.xmin).isNotEqualTo(page.xmin);
            sessions.begin(other -> other.get(Page.class, page.id).orElseThrow().text = "second");
            mine.text = "third";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("could not be updated");
            session.rollback();
            session.refresh(mine);
            assertThat(mine.text).isEqualTo("second");
            session.delete(mine);
            session.commit();
        }
    }
}
