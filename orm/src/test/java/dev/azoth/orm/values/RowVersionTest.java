package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.Computed;
import dev.azoth.orm.annotation.Uuid;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions of every kind: none lets a change go lost that somebody else made meanwhile. */
@EveryDatabase
class RowVersionTest {
    /** A clock that stands still: versions that are times must differ all the same. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-25T00:59:59.123456789Z"), ZoneOffset.UTC);

    private static final MetaData TABLES = Entities.metadata(
            Short1.class,
            Counted.class,
            AtInstant.class,
            AtLocalTime.class,
            ByUuid.class,
            ByDatabase.class,
            Joined.class,
            JoinedByDatabase.class);

    private final SessionFactory sessions;

    RowVersionTest(Database database) {
        this.sessions = SessionFactory.create(database.engine(), options -> options.clock(CLOCK));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @MappedSuperclass
    abstract static class Numbered {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int amount;

        abstract @Nullable Object version();
    }

    @Entity
    static class Short1 extends Numbered {
        @Version
        short version;

        @Override
        Object version() {
            return version;
        }
    }

    @Entity
    static class Counted extends Numbered {
        @Version
        @Nullable
        Long version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    static class AtInstant extends Numbered {
        @Version
        @Nullable
        Instant version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    static class AtLocalTime extends Numbered {
        @Version
        @Nullable
        LocalDateTime version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    static class ByUuid extends Numbered {
        @Version
        @Uuid(version = 4)
        @Nullable
        UUID version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    /** The database makes the version, out of what the row has. */
    @Entity
    static class ByDatabase extends Numbered {
        @Version
        @Computed("amount + amount")
        @Nullable
        Integer version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Base extends Numbered permits Joined {
        @Version
        @Nullable
        Instant version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    static final class Joined extends Base {
        @Column(name = "more_text")
        String more = "";
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class BaseByDatabase extends Numbered permits JoinedByDatabase {
        @Version
        @Computed("amount + amount")
        @Nullable
        Integer version;

        @Override
        @Nullable
        Object version() {
            return version;
        }
    }

    @Entity
    static final class JoinedByDatabase extends BaseByDatabase {
        String more = "";
    }

    enum Kind {
        SHORT(Short1.class),
        COUNTED(Counted.class),
        INSTANT(AtInstant.class),
        LOCAL_TIME(AtLocalTime.class),
        UUID(ByUuid.class),
        DATABASE(ByDatabase.class),
        JOINED(Joined.class),
        JOINED_DATABASE(JoinedByDatabase.class);

        final Class<? extends Numbered> type;

        Kind(Class<? extends Numbered> type) {
            this.type = type;
        }
    }

    private Numbered saved(Kind kind) {
        Numbered made = EntityMapping.of(kind.type).objects().create();
        sessions.begin(session -> session.add(made));
        assertThat(made.version()).isNotNull();
        return made;
    }

    private static Numbered own(Session session, Numbered of) {
        return session.get(of.getClass(), of.id).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachChangeGivesAnotherVersionWhichTheObjectHas(Kind kind) {
        Numbered made = saved(kind);
        sessions.begin(session -> {
            Numbered own = own(session, made);
            assertThat(own.version()).isEqualTo(made.version());
            for (int i = 1; i <= 3; i++) {
                Object before = own.version();
                own.amount = i;
                session.flush();
                assertThat(own.version()).isNotEqualTo(before);
            }
            made.amount = own.amount;
            Object last = own.version();
            session.commit();
            session.refresh(own);
            assertThat(own.version()).isEqualTo(last);
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aStaleObjectIsNeitherUpdatedNorDeleted(Kind kind) {
        Numbered made = saved(kind);
        try (Session session = sessions.open()) {
            Numbered mine = own(session, made);
            session.commit();
            sessions.begin(other -> own(other, made).amount = 5);
            mine.amount = 6;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("could not be updated");
            session.rollback();
            assertThat(mine.version()).isEqualTo(made.version());
            session.delete(mine);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("could not be deleted");
            session.rollback();
            session.refresh(mine);
            session.delete(mine);
            session.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRollbackGivesTheVersionBack(Kind kind) {
        Numbered made = saved(kind);
        try (Session session = sessions.open()) {
            Numbered mine = own(session, made);
            Object before = mine.version();
            mine.amount = 9;
            session.flush();
            session.rollback();
            assertThat(mine.version()).isEqualTo(before);
            mine.amount = 10;
            session.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"JOINED", "JOINED_DATABASE"})
    void aChangeInTheTableOfWhatExtendsIsComparedToo(Kind kind) {
        Numbered made = saved(kind);
        try (Session session = sessions.open()) {
            Numbered mine = own(session, made);
            session.commit();
            sessions.begin(other -> own(other, made).amount = 5);
            if (mine instanceof Joined joined) {
                joined.more = "changed";
            } else {
                ((JoinedByDatabase) mine).more = "changed";
            }
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }
}
