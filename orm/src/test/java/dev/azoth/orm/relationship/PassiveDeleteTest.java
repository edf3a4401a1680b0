package dev.azoth.orm.relationship;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Shelf.Label;
import dev.azoth.orm.relationship.Shelf.Volume;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

/** A parent with many children is deleted without reading them: the database does it. */
@EveryDatabase
class PassiveDeleteTest {
    private static final EntityPath<Volume> VOLUME = Entities.path(Volume.class);

    private final Database database;
    private final SessionFactory sessions;

    PassiveDeleteTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Shelf.TABLES);
    }

    private Shelf saved() {
        Shelf shelf = new Shelf();
        shelf.volumes.add(new Volume());
        shelf.volumes.add(new Volume());
        Label label = new Label();
        shelf.label = Lazy.of(label);
        shelf.topics.add("history");
        sessions.begin(session -> session.add(shelf));
        return shelf;
    }

    private int volumes(Session session, Shelf shelf) {
        return session.execute(select(VOLUME)
                        .where(VOLUME.toOne("shelf", Shelf.class)
                                .key(Long.class)
                                .eq(shelf.id)))
                .all()
                .size();
    }

    @Test
    void whatIsNotLoadedIsLeftToTheDatabase() {
        Shelf shelf = saved();
        try (Session session = sessions.open()) {
            Shelf own = session.get(Shelf.class, shelf.id).orElseThrow();
            session.delete(own);
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .startsWith("DELETE");
            if (!database.name().equals("duckdb")) { // whose tables have no foreign keys in this module
                assertThat(volumes(session, shelf)).isZero();
            }
        }
    }

    @Test
    void whatIsLoadedIsDeletedByTheSessionWhichKnowsOfItThen() {
        Shelf shelf = saved();
        try (Session session = sessions.open()) {
            Shelf own = session.get(Shelf.class, shelf.id).orElseThrow();
            Volume volume = own.volumes.get(0);
            session.delete(own);
            assertThat(session.state(volume)).isEqualTo(EntityState.DELETED);
            assertThat(database.statements().during(session::flush)).hasSize(2);
            assertThat(volumes(session, shelf)).isZero();
        }
    }

    @Test
    void rollbackBringsAllBack() {
        Shelf shelf = saved();
        try (Session session = sessions.open()) {
            Shelf own = session.get(Shelf.class, shelf.id).orElseThrow();
            assertThat(own.volumes).hasSize(2);
            session.delete(own);
            session.flush();
            session.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            assertThat(own.volumes).hasSize(2);
            assertThat(own.topics).containsExactly("history");
        }
    }

    @Test
    void theValuesOfARowThatIsReplacedAreDeletedAllTheSame() {
        Shelf shelf = saved();
        Shelf other = new Shelf();
        other.topics.add("science");
        sessions.begin(session -> {
            Shelf own = session.get(Shelf.class, shelf.id).orElseThrow();
            assertThat(own.volumes).hasSize(2);
            own.label.get();
            session.delete(own);
            other.id = shelf.id;
            session.add(other);
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Shelf.class, shelf.id).orElseThrow().topics).containsExactly("science");
        }
    }

    @Test
    void theForeignKeysSaySo() {
        assertThat(Shelf.TABLES.tables())
                .filteredOn(table -> !table.foreignKeys().isEmpty())
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.foreignKeys().get(0).onDelete())
                        .isEqualTo(dev.azoth.schema.ForeignKey.Action.CASCADE));
    }
}
