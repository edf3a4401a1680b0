package dev.azoth.orm.criteria;

import static dev.azoth.orm.Loading.includeDeleted;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.criteria.Cabinet.Drawer;
import dev.azoth.orm.criteria.Cabinet.Saw;
import dev.azoth.orm.criteria.Cabinet.Sheet;
import dev.azoth.orm.criteria.Cabinet.Stamp;
import dev.azoth.orm.criteria.Cabinet.Tool;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are marked as deleted. Answers the complaint that this is written anew in each project, and forgotten where objects are found by their keys. */
@EveryDatabase
class SoftDeleteTest {
    private static final EntityPath<Drawer> DRAWER = Entities.path(Drawer.class);
    private static final EntityPath<Sheet> SHEET = Entities.path(Sheet.class);
    private static final ColumnReference<Integer> DRAWER_ID = DRAWER.column("id", Integer.class);
    private static final ColumnReference<Integer> SHEET_ID = SHEET.column("id", Integer.class);
    private static int number;

    private final Database database;
    private final SessionFactory sessions;

    SoftDeleteTest(Database database) {
        this.database = database;
        sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Cabinet.TABLES);
    }

    private Drawer saved(Stamp... stamps) {
        number += 10;
        Drawer drawer = new Drawer(number);
        drawer.sheet(number + 1, stamps);
        drawer.sheet(number + 2);
        sessions.begin(session -> session.add(drawer));
        return drawer;
    }

    private List<String> sent(Runnable work) {
        return database.statements().during(work).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    private long rows(int sheet) {
        try (Session session = sessions.open()) {
            return session.connection()
                    .execute(select(count()).from(SHEET).where(SHEET_ID.eq(sheet)))
                    .one();
        }
    }

    @Test
    void deletingMarksTheRow() {
        int id = saved().id + 1;
        try (Session session = sessions.open()) {
            Sheet own = session.get(Sheet.class, id).orElseThrow();
            session.delete(own);
            assertThat(session.pending())
                    .extracting(Object::toString)
                    .containsExactly("DELETE Sheet#" + id + " (deleted)");
            assertThat(sent(session::flush))
                    .containsExactly(
                            "UPDATE sheet SET deleted = ?, version = ? WHERE sheet.id = ? AND sheet.version = ?");
            assertThat(own.deleted).isTrue();
            assertThat(session.state(own)).isEqualTo(EntityState.DELETED);
            assertThat(session.get(Sheet.class, id)).isEmpty();
            session.rollback();
            assertThat(own.deleted).isFalse();
            assertThat(own.version).isZero();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            session.delete(own);
            session.commit();
            assertThat(session.get(Sheet.class, id)).isEmpty();
        }
        assertThat(rows(id)).isEqualTo(1);
    }

    @Test
    void whatBelongsToItIsMarkedToo() {
        int id = saved().id;
        sessions.begin(session -> session.delete(session.get(Drawer.class, id).orElseThrow()));
        try (Session session = sessions.open()) {
            assertThat(session.get(Drawer.class, id)).isEmpty();
            Drawer gone = session.execute(select(DRAWER).where(DRAWER_ID.eq(id)).options(includeDeleted()))
                    .one();
            assertThat(gone.deletedAt).isNotNull();
            assertThat(gone.sheets).hasSize(2).allMatch(each -> each.deleted);
            assertThat(session.get(Drawer.class, id)).isEmpty();
            gone.deletedAt = null;
            gone.sheets.get(1).deleted = false;
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Drawer.class, id).orElseThrow().sheets)
                    .extracting(each -> each.id)
                    .containsExactly(id + 2);
        }
        try (Session session = sessions.open(options -> options.includeDeleted())) {
            assertThat(session.get(Drawer.class, id).orElseThrow().sheets).hasSize(2);
        }
    }

    @Test
    void orphansAreMarked() {
        int id = saved().id;
        sessions.begin(
                session -> session.get(Drawer.class, id).orElseThrow().sheets.remove(0));
        sessions.begin(session ->
                assertThat(session.get(Drawer.class, id).orElseThrow().sheets).hasSize(1));
        assertThat(rows(id + 1)).isEqualTo(1);
    }

    @Test
    void pairsStay() {
        int id = saved(new Stamp("stays " + number)).id + 1;
        sessions.begin(session -> session.delete(session.get(Sheet.class, id).orElseThrow()));
        try (Session session = sessions.open(options -> options.includeDeleted())) {
            assertThat(session.get(Sheet.class, id).orElseThrow().stamps).hasSize(1);
        }
    }

    @Test
    void statementsMarkRowsAndLeaveMarkedOnesOut() {
        int id = saved().id;
        try (Session session = sessions.open()) {
            Sheet own = session.get(Sheet.class, id + 1).orElseThrow();
            assertThat(sent(() -> assertThat(session.execute(delete(SHEET).where(SHEET_ID.in(id + 1, id + 2)))
                                    .rowCount())
                            .isEqualTo(2)))
                    .allSatisfy(sql -> assertThat(sql).startsWith("UPDATE sheet SET deleted = ?"));
            assertThat(session.state(own)).isEqualTo(EntityState.DELETED);
            assertThat(session.execute(delete(SHEET).where(SHEET_ID.in(id + 1, id + 2)))
                            .rowCount())
                    .isZero();
            assertThatThrownBy(() -> session.execute(
                            delete(SHEET).where(SHEET_ID.eq(id + 1)).returning(SHEET_ID)))
                    .hasMessage(
                            "rows of Sheet are marked as deleted by an UPDATE: it returns nothing, and takes no limit; select them"
                                    + " before");
            session.rollback();
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            session.connection().execute(delete(SHEET.table()).where(SHEET_ID.eq(id + 2)));
            session.commit();
        }
        assertThat(rows(id + 2)).isZero();
    }

    @Test
    void entitiesThatExtendOthersAreMarkedInTheFirstTable() {
        number += 10;
        int id = number;
        EntityPath<Saw> saw = Entities.path(Saw.class);
        sessions.begin(session -> session.addAll(new Saw(id, 5), new Saw(id + 1, 6), new Tool(id + 2)));
        try (Session session = sessions.open()) {
            session.delete(session.get(Tool.class, id).orElseThrow());
            session.execute(delete(saw).where(saw.column("teeth", Integer.class).eq(6)));
            session.commit();
            assertThat(session.execute(select(saw)).all()).isEmpty();
            assertThat(session.get(Tool.class, id + 2)).isPresent();
            assertThat(session.execute(select(saw).options(includeDeleted())).all())
                    .hasSize(2);
        }
    }
}
