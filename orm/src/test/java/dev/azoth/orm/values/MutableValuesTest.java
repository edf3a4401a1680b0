package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Answers the complaint that a value which changes in place is written each time, or never: a session keeps a copy of what it read, made by way of the column, and compares what
 * would be written.
 */
@EveryDatabase
class MutableValuesTest {
    private final Database database;
    private final SessionFactory sessions;

    MutableValuesTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    /** Has no {@code equals}. */
    static final class Labels {
        private final List<String> all = new ArrayList<>();

        Labels(String... labels) {
            all.addAll(List.of(labels));
        }
    }

    static final class Joined implements AttributeConverter<Labels, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Labels labels) {
            return labels == null ? null : String.join(";", labels.all);
        }

        @Override
        public @Nullable Labels convertToEntityAttribute(@Nullable String text) {
            Labels labels = new Labels();
            if (text != null) {
                labels.all.addAll(Arrays.asList(text.split(";")));
            }
            return text == null ? null : labels;
        }
    }

    @Entity
    @Table(name = "parcel")
    static class Parcel {
        @Id
        int id;

        @Convert(converter = Joined.class)
        @Column(length = 200)
        @Nullable
        Labels labels;

        byte @Nullable [] seal;
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Parcel.class));
    }

    private Parcel saved(int id) {
        Parcel parcel = new Parcel();
        parcel.id = id;
        parcel.labels = new Labels("fragile", "\uD83D\uDC1F");
        parcel.seal = new byte[] {1, 2};
        sessions.begin(session -> session.add(parcel));
        return parcel;
    }

    @Test
    void whatWasOnlyReadIsNotWritten() {
        saved(1);
        try (Session session = sessions.open()) {
            Parcel parcel = session.getOne(Parcel.class, 1);
            assertThat(parcel.labels.all).containsExactly("fragile", "\uD83D\uDC1F");
            parcel.labels = new Labels("fragile", "\uD83D\uDC1F"); // another object, the same in the row
            parcel.seal = parcel.seal.clone();
            database.statements().expect(0, session::flush);
        }
    }

    @Test
    void aChangeInPlaceIsWrittenOnce() {
        saved(2);
        try (Session session = sessions.open()) {
            Parcel parcel = session.getOne(Parcel.class, 2);
            parcel.labels.all.add("late");
            parcel.seal[0] = 9;
            assertThat(session.changes(parcel)).hasSize(2);
            database.statements().expect(1, session::flush);
            database.statements().expect(0, session::flush);
            session.commit();
        }
        sessions.begin(session -> {
            Parcel parcel = session.getOne(Parcel.class, 2);
            assertThat(parcel.labels.all).containsExactly("fragile", "\uD83D\uDC1F", "late");
            assertThat(parcel.seal).containsExactly(9, 2);
        });
    }

    @Test
    void aRollbackTakesAChangeInPlaceBack() {
        saved(3);
        try (Session session = sessions.open()) {
            Parcel parcel = session.getOne(Parcel.class, 3);
            parcel.labels.all.clear();
            parcel.labels.all.add("lost");
            session.flush();
            session.rollback();
            assertThat(parcel.labels.all).containsExactly("fragile", "\uD83D\uDC1F");
            database.statements().expect(0, session::flush);
        }
    }
}
