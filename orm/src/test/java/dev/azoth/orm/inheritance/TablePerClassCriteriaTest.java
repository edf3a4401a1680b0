package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.criteria;
import static dev.azoth.orm.Loading.includeDeleted;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Criteria, and rows that are marked as deleted, of entities that have a table for each class: they hold in each of the tables. */
@EveryDatabase
class TablePerClassCriteriaTest {
    private static final EntityPath<Paper> paper = Entities.path(Paper.class);
    private static final EntityPath<Letter> letter = Entities.path(Letter.class);
    private static final EntityPath<Parcel> parcel = Entities.path(Parcel.class);
    private static final ColumnReference<String> TITLE = paper.column("title", String.class);
    private static final MetaData TABLES = Entities.metadata(Paper.class);

    private final Database database;
    private final SessionFactory sessions;

    TablePerClassCriteriaTest(Database database) {
        this.database = database;
        this.sessions =
                SessionFactory.create(database.engine(), options -> options.criteria(paper, TITLE.ne("hidden")));
    }

    @Entity
    @Table(name = "paper")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @Subclasses(Letter.class)
    static class Paper {
        @Id
        int id;

        @Version
        int version;

        String title = "";

        @SoftDelete
        boolean gone;

        Paper() {}

        Paper(int id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    @Entity
    @Table(name = "letter")
    @Subclasses(Parcel.class)
    static class Letter extends Paper {
        int stamps;

        Letter() {}

        Letter(int id, String title) {
            super(id, title);
        }
    }

    @Entity
    @Table(name = "parcel")
    static class Parcel extends Letter {
        Parcel() {}

        Parcel(int id, String title) {
            super(id, title);
        }
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> session.addAll(
                new Paper(1, "paper"),
                new Paper(2, "hidden"),
                new Letter(3, "letter"),
                new Letter(4, "hidden"),
                new Parcel(5, "parcel"),
                new Parcel(6, "hidden")));
    }

    @AfterEach
    void empty() {
        database.engine().begin(connection -> TABLES.tables().forEach(each -> connection.execute(delete(each))));
    }

    private <E extends Paper> List<Integer> ids(EntityPath<E> path) {
        try (Session session = sessions.open()) {
            return session.execute(select(path)).all().stream()
                    .map(each -> each.id)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void criterionHoldsInEachTable() {
        assertThat(ids(paper)).containsExactly(1, 3, 5);
        assertThat(ids(letter)).containsExactly(3, 5);
        assertThat(ids(parcel)).containsExactly(5);
        assertThat(ids(parcel.as("other"))).containsExactly(5);
        assertThat(ids(paper.as("other"))).containsExactly(1, 3, 5);
        try (Session session = sessions.open()) {
            assertThat(session.get(Paper.class, 6)).isEmpty();
            assertThat(session.get(Parcel.class, 6)).isEmpty();
            assertThat(session.execute(select(letter), criteria(paper, TITLE.ne("letter")))
                            .all())
                    .extracting(each -> each.id)
                    .containsExactly(5);
        }
    }

    @Test
    void deletingMarksTheRowOfItsTable() {
        sessions.begin(session -> {
            Paper given = session.get(Paper.class, 5).orElseThrow();
            session.delete(given);
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0)).startsWith("UPDATE parcel SET");
            assertThat(session.get(Paper.class, 5)).isEmpty();
        });
        assertThat(ids(paper)).containsExactly(1, 3);
        assertThat(ids(parcel)).isEmpty();
        try (Session session = sessions.open()) {
            assertThat(session.get(Parcel.class, 5)).isEmpty();
            assertThat(session.execute(select(parcel), includeDeleted()).all())
                    .extracting(each -> each.id)
                    .containsExactly(5);
            assertThat(session.execute(select(paper), includeDeleted()).all()).hasSize(3);
        }
    }

    @Test
    void statementsOfAllLeaveTheSameRowsOut() {
        sessions.begin(session -> {
            Paper held = session.get(Paper.class, 1).orElseThrow();
            assertThat(session.execute(update(paper).set(TITLE, "new")).rowCount())
                    .isEqualTo(3);
            assertThat(held.title).isEqualTo("new");
            assertThat(session.execute(delete(letter)).rowCount()).isEqualTo(2);
        });
        assertThat(ids(paper)).containsExactly(1);
        assertThatThrownBy(() -> sessions.begin(
                        session -> session.execute(update(parcel), List.of(Map.of("id", 5, "title", "late")))))
                .isInstanceOf(StaleDataException.class);
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(parcel), includeDeleted()).all())
                    .extracting(each -> each.title)
                    .containsExactly("new");
        }
    }

    @Test
    void anObjectThatNoLongerMeetsTheCriterionIsNotFound() {
        try (Session session = sessions.open()) {
            Letter own = session.get(Letter.class, 3).orElseThrow();
            own.title = "hidden";
            assertThat(session.get(Paper.class, 3)).isEmpty();
            assertThat(session.get(Letter.class, 3)).isEmpty();
        }
    }
}
