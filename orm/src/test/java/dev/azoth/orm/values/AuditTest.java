package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.CreatedAt;
import dev.azoth.orm.annotation.CreatedBy;
import dev.azoth.orm.annotation.UpdatedAt;
import dev.azoth.orm.annotation.UpdatedBy;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who wrote a row, and when: given by the session, and by the same mechanism as every value that is made. */
@EveryDatabase
class AuditTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant CREATED = Instant.parse("2026-03-29T00:59:59.999999Z");
    private static final MetaData TABLES = Entities.metadata(Letter.class, Note.class);

    private final Database database;
    private final SessionFactory sessions;
    private Instant now = CREATED;
    private @Nullable Object user = "ann'a \uD83D\uDC1F";

    AuditTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(
                database.engine(), options -> options.clock(new Watch()).user(() -> user));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    private final class Watch extends Clock {
        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusNanos(1_001);
            return now;
        }
    }

    @MappedSuperclass
    abstract static class Audited {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @CreatedAt
        @Column(updatable = false)
        @Nullable
        Instant createdAt;

        @CreatedBy
        @Nullable
        String createdBy;

        @UpdatedAt
        @Nullable
        Instant updatedAt;

        @UpdatedBy
        @Nullable
        String updatedBy;
    }

    @Entity
    static class Letter extends Audited {
        String body = "";
    }

    @Embeddable
    static class Times {
        @CreatedAt
        @Nullable
        LocalDate day;

        @CreatedAt
        @Nullable
        LocalDateTime local;

        @UpdatedAt
        @Column(name = "offset_time")
        @Nullable
        OffsetDateTime offset;
    }

    @Entity
    static class Note {
        @Id
        int id;

        int pages;

        @Embedded
        Times times = new Times();
    }

    private Letter saved() {
        Letter letter = new Letter();
        sessions.begin(session -> session.add(letter));
        return letter;
    }

    @Test
    void anInsertSaysWhenAndByWhom() {
        Letter letter = saved();
        assertThat(letter.createdAt).isEqualTo(letter.updatedAt).isAfterOrEqualTo(CREATED);
        assertThat(letter.createdAt).isEqualTo(letter.createdAt.truncatedTo(ChronoUnit.MICROS));
        assertThat(letter.createdBy).isEqualTo("ann'a \uD83D\uDC1F");
        sessions.begin(session -> {
            Letter own = session.get(Letter.class, letter.id).orElseThrow();
            assertThat(own.createdAt).isEqualTo(letter.createdAt);
            assertThat(own.updatedBy).isEqualTo(letter.createdBy);
        });
    }

    @Test
    void aFlushHasOneTime() {
        List<Letter> letters = List.of(new Letter(), new Letter(), new Letter());
        sessions.begin(session -> session.addAll(letters));
        assertThat(letters.stream().map(each -> each.createdAt).distinct()).hasSize(1);
    }

    @Test
    void anUpdateSaysWhenAndByWhomAndLeavesTheBeginningAlone() {
        Letter letter = saved();
        user = "bob";
        sessions.begin(session -> {
            Letter own = session.get(Letter.class, letter.id).orElseThrow();
            own.body = "changed";
            assertThat(session.pending().get(0).attributes()).containsExactly("updatedAt", "updatedBy", "body");
            assertThat(own.updatedBy).isEqualTo(letter.createdBy);
            database.statements().expect(1, session::flush);
            assertThat(own.updatedBy).isEqualTo("bob");
            assertThat(own.updatedAt).isAfter(letter.updatedAt);
            assertThat(own.createdBy).isEqualTo(letter.createdBy);
            assertThat(own.createdAt).isEqualTo(letter.createdAt);
            assertThat(database.statements().during(session::flush)).isEmpty();
        });
    }

    @Test
    void whatTheProgramSetStays() {
        Letter letter = new Letter();
        letter.createdAt = Instant.EPOCH;
        letter.createdBy = "import";
        sessions.begin(session -> session.add(letter));
        assertThat(letter.createdAt).isEqualTo(Instant.EPOCH);
        assertThat(letter.createdBy).isEqualTo("import");
        sessions.begin(session -> {
            Letter own = session.get(Letter.class, letter.id).orElseThrow();
            own.body = "changed";
            own.updatedBy = "a script";
            session.flush();
            assertThat(own.updatedBy).isEqualTo("a script");
        });
    }

    @Test
    void aRollbackTakesThemBack() {
        Letter letter = new Letter();
        try (Session session = sessions.open()) {
            session.add(letter);
            session.flush();
            session.rollback();
            assertThat(letter.createdAt).isNull();
            assertThat(letter.updatedBy).isNull();
            session.add(letter);
            session.commit();
            Instant before = letter.updatedAt;
            letter.body = "changed";
            session.flush();
            session.rollback();
            assertThat(letter.updatedAt).isEqualTo(before);
        }
    }

    /** Complaint: an object from a form, which knows nothing of who made the row and when, takes that away when it is merged. */
    @Test
    void aMergeLeavesAloneWhatCannotBeUpdated() {
        Letter letter = saved();
        Letter form = new Letter();
        form.id = letter.id;
        form.body = "from a form";
        sessions.begin(session -> {
            Letter own = session.merge(form);
            session.flush();
            assertThat(own.createdAt).isEqualTo(letter.createdAt);
            assertThat(own.body).isEqualTo("from a form");
        });
    }

    @Test
    void nobodyIsNull() {
        user = null;
        assertThat(saved().createdBy).isNull();
    }

    @Test
    void aUserOfAnotherClassIsAnError() {
        user = 42;
        try (Session session = sessions.open()) {
            session.add(new Letter());
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "made a java.lang.Integer for Letter.createdBy, which is of java.lang.String");
        }
    }

    @Test
    void embeddedValuesHaveThemToo() {
        Note note = new Note();
        note.id = 1;
        sessions.begin(session -> session.add(note));
        assertThat(note.times.day).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(note.times.local.getHour()).isIn(1, 3);
        assertThat(note.times.offset).isNotNull();
        sessions.begin(session -> {
            Note own = session.get(Note.class, 1).orElseThrow();
            own.pages = 2;
            session.flush();
            assertThat(own.times.offset).isAfter(note.times.offset);
            assertThat(own.times.day).isEqualTo(note.times.day);
        });
    }
}
