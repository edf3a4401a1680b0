package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members that only read a column which another member writes. */
@EveryDatabase
class ReadOnlyMemberTest {
    private final Database database;
    private final SessionFactory sessions;

    ReadOnlyMemberTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        Entities.metadata(Sale.class).createAll(database.engine());
    }

    @Entity
    static class Buyer {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity
    static class Sale {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne(cascade = CascadeType.PERSIST)
        Lazy<Buyer> buyer = Lazy.empty();

        @Column(name = "buyer_id", insertable = false, updatable = false)
        @Nullable
        Long buyerId;

        /** Somebody else counts. */
        @Column(insertable = false, updatable = false)
        @Nullable
        Integer views;

        String note = "";
    }

    /** Complaint: the number beside a relationship is null, or old, until the object is read again. */
    @Test
    void itHasWhatWasWrittenAfterTheFlush() {
        Sale sale = new Sale();
        Buyer first = new Buyer();
        Buyer second = new Buyer();
        sale.buyer = Lazy.of(first);
        try (Session session = sessions.open()) {
            session.addAll(sale, second);
            session.flush();
            assertThat(sale.buyerId).isEqualTo(first.id);
            session.rollback();
            assertThat(sale.buyerId).isNull();
            session.addAll(sale, second);
            session.commit();
            sale.buyer = Lazy.of(second);
            database.statements().expect(1, session::flush);
            assertThat(sale.buyerId).isEqualTo(second.id);
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.rollback();
            assertThat(sale.buyerId).isEqualTo(first.id);
        }
    }

    @Test
    void aColumnThatNoMemberWritesIsLeftAlone() {
        Sale sale = new Sale();
        sessions.begin(session -> session.add(sale));
        sessions.begin(session -> session.execute(
                Sql.text("UPDATE sale SET views = 5 WHERE id = :id").bind("id", sale.id)));
        sessions.begin(session -> {
            Sale own = session.get(Sale.class, sale.id).orElseThrow();
            own.note = "changed";
            session.flush();
            assertThat(own.views).isEqualTo(5);
        });
    }

    @Test
    void itIsNotTheProgramsToChange() {
        Sale sale = new Sale();
        sessions.begin(session -> session.add(sale));
        try (Session session = sessions.open()) {
            session.get(Sale.class, sale.id).orElseThrow().buyerId = 7L;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Sale#" + sale.id
                            + ".buyerId was changed from null to 7, but is declared updatable = false");
        }
    }
}
