package dev.azoth.orm.inheritance;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tells of which class a row is: numbers, single letters, and enums that the program reads too. */
@EveryDatabase
class DiscriminatorTest {
    private static final MetaData TABLES = Entities.metadata(Shape.class, Account.class, Letter.class);
    private static final EntityPath<Shape> SHAPE = Entities.path(Shape.class);
    private static final EntityPath<Round> ROUND = Entities.path(Round.class);
    private static final EntityPath<Account> ACCOUNT = Entities.path(Account.class);
    private static final EntityPath<Letter> LETTER = Entities.path(Letter.class);

    private final Database database;
    private final SessionFactory sessions;

    DiscriminatorTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @AfterEach
    void empty() {
        List<dev.azoth.schema.Table> tables = new ArrayList<>(TABLES.tables());
        Collections.reverse(tables);
        database.engine().begin(connection -> tables.forEach(each -> connection.execute(Sql.delete(each))));
    }

    @Entity
    @Table(name = "shape")
    @DiscriminatorColumn(name = "shape_type", discriminatorType = DiscriminatorType.INTEGER)
    abstract static sealed class Shape permits Round, Square, Flat {
        @Id
        int id;
    }

    @Entity
    @DiscriminatorValue("1")
    static final class Round extends Shape {
        @Column(name = "side")
        @Nullable
        Integer radius;
    }

    /** Its side is in the column that a round one's radius is in. */
    @Entity
    @DiscriminatorValue("-2")
    static final class Square extends Shape {
        int side;
    }

    @Entity
    @DiscriminatorValue("3")
    static final class Flat extends Shape {}

    enum Kind {
        SAVINGS,
        CURRENT
    }

    @Entity
    @Table(name = "account")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind")
    abstract static sealed class Account permits Savings, Current {
        @Id
        int id;

        @Column(insertable = false, updatable = false)
        @Nullable
        Kind kind;
    }

    @Entity
    @Table(name = "savings")
    @DiscriminatorValue("SAVINGS")
    static final class Savings extends Account {
        int rate;
    }

    @Entity
    @Table(name = "current_account")
    @DiscriminatorValue("CURRENT")
    static final class Current extends Account {
        int overdraft;
    }

    @Entity
    @Table(name = "letter")
    @DiscriminatorColumn(name = "c", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("A")
    static sealed class Letter permits Second {
        @Id
        int id;
    }

    @Entity
    @DiscriminatorValue("B")
    static final class Second extends Letter {}

    @Test
    void numbersTellClassesApart() {
        sessions.begin(session -> {
            Round round = new Round();
            round.id = 1;
            round.radius = 7;
            Square square = new Square();
            square.id = 2;
            square.side = 8;
            session.addAll(round, square);
        });
        try (Session session = sessions.open()) {
            List<Shape> all = session.execute(select(SHAPE).orderBy(SHAPE.column("id", Integer.class)))
                    .all();
            assertThat(((Round) all.get(0)).radius).isEqualTo(7);
            assertThat(((Square) all.get(1)).side).isEqualTo(8);
            assertThat(session.execute(select(ROUND)).all()).containsExactly((Round) all.get(0));
            assertThat(session.get(Flat.class, 1)).isEmpty();
        }
        assertThat(SHAPE.table().column("shape_type").type()).isEqualTo(Types.INTEGER);
    }

    @Test
    void anEnumThatTellsClassesApartIsReadLikeAnyOther() {
        ColumnReference<Kind> kind = ACCOUNT.column("kind", Kind.class);
        sessions.begin(session -> {
            Savings savings = new Savings();
            savings.id = 1;
            savings.rate = 3;
            Current current = new Current();
            current.id = 2;
            session.addAll(savings, current);
        });
        try (Session session = sessions.open()) {
            Account found = session.execute(select(ACCOUNT).where(kind.eq(Kind.SAVINGS)))
                    .one();
            assertThat(found).isInstanceOf(Savings.class);
            assertThat(found.kind).isEqualTo(Kind.SAVINGS);
            assertThat(session.get(Account.class, 2)).get().isInstanceOf(Current.class);
        }
    }

    @Test
    void singleLettersTellClassesApart() {
        sessions.begin(session -> {
            Letter first = new Letter();
            first.id = 1;
            Second second = new Second();
            second.id = 2;
            session.addAll(first, second);
        });
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(LETTER).orderBy(LETTER.column("id", Integer.class)))
                            .all())
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Letter", "Second");
        }
    }

    @Test
    void aRowOfAClassThatNoneOfThemIsNamesTheRowsValueAndTheWayOut() {
        database.engine()
                .begin(connection -> connection.execute(Sql.insert(SHAPE.table())
                        .values(SHAPE.table().column("id", Integer.class), 9)
                        .values(SHAPE.table().column("shape_type", Integer.class), 4)));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(SHAPE)).all())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                            "a row of shape has \"4\" in its column shape_type, which is no Shape: the values are [1, -2, 3]."
                                    + " Correct the row, or map a class with that @DiscriminatorValue");
        }
    }
}
