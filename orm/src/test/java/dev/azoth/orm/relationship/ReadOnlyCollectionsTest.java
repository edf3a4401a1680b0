package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.relationship.Albums.album;
import static dev.azoth.orm.relationship.Albums.crew;
import static dev.azoth.orm.relationship.Hikers.hiker;
import static dev.azoth.orm.relationship.Hikers.nicknames;
import static dev.azoth.orm.relationship.Hikers.route;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Album.Medium;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Collections of values and maps of objects that are only read, or that come some at a time. */
@EveryDatabase
class ReadOnlyCollectionsTest {
    private final Database database;
    private final SessionFactory sessions;

    ReadOnlyCollectionsTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Hikers.TABLES);
        database.engine().createAll(Albums.TABLES);
    }

    private Hiker saved(String name) {
        Hiker made = new Hiker(name);
        made.nicknames.addAll(List.of("a", "b"));
        made.route.addAll(List.of("x", "y"));
        sessions.begin(session -> session.add(made));
        return made;
    }

    private static Select<Hiker> byName(String name) {
        return select(hiker).where(hiker.column("name", String.class).eq(name));
    }

    @Test
    void theirChangesAreNotWritten() {
        Hiker saved = saved("only read");
        try (Session session = sessions.open()) {
            Hiker own = session.execute(byName("only read").options(readOnly(), selectinload(route)))
                    .one();
            own.nicknames.clear();
            own.route.add("z");
            assertThat(session.pending()).isEmpty();
            session.commit();
        }
        try (Session session = sessions.open()) {
            Hiker again = session.getOne(Hiker.class, saved.id);
            assertThat(again.nicknames).hasSize(2);
            assertThat(again.route).containsExactly("x", "y");
        }
    }

    @Test
    void metWithoutTheOptionTheyAreReadAnewAndMayBeChanged() {
        Hiker saved = saved("promoted");
        Album made = new Album("promoted");
        made.crew.put("mix", new Person("p"));
        made.prices.put(Medium.CD, 10);
        sessions.begin(session -> session.add(made));
        try (Session session = sessions.open()) {
            Hiker read = session.execute(byName("promoted").options(readOnly())).one();
            Album maps = session.execute(select(album)
                            .where(album.column("id", Long.class).eq(made.id))
                            .options(readOnly()))
                    .one();
            read.nicknames.clear();
            maps.prices.put(Medium.CD, 0);
            maps.crew.clear();
            assertThat(session.getOne(Hiker.class, saved.id)).isSameAs(read);
            assertThat(session.getOne(Album.class, made.id)).isSameAs(maps);
            assertThat(read.nicknames).hasSize(2);
            assertThat(maps.prices).containsEntry(Medium.CD, 10);
            read.nicknames.remove("a");
            maps.prices.put(Medium.CD, 20);
            maps.crew.get("mix").name = "written";
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Hiker.class, saved.id).nicknames).containsExactly("b");
            Album again = session.getOne(Album.class, made.id);
            assertThat(again.prices).containsEntry(Medium.CD, 20);
            assertThat(again.crew.get("mix").name).isEqualTo("written");
        }
    }

    private void inPartitions(LoaderOption<?> option, Consumer<Hiker> each) {
        try (Session session = sessions.open()) {
            int streamed = database.engine().dialect().streamsBesideOthers() ? 1 : 3;
            database.statements().expect(streamed + 2, () -> {
                List<Integer> sizes = new ArrayList<>();
                for (List<Hiker> part : session.partitions(byName("parts").options(option), 2)) {
                    sizes.add(part.size());
                    part.forEach(each);
                }
                assertThat(sizes).containsExactly(2, 2);
            });
        }
    }

    @Test
    void valuesAreLoadedOnceForEachPartition() {
        for (int i = 0; i < 4; i++) {
            saved("parts");
        }
        inPartitions(selectinload(nicknames), each -> assertThat(each.nicknames).hasSize(2));
        inPartitions(subqueryload(nicknames), each -> assertThat(each.nicknames).hasSize(2));
        inPartitions(joinedload(nicknames), each -> assertThat(each.nicknames).hasSize(2)); // by a statement of its own
        inPartitions(selectinload(route), each -> assertThat(each.route).containsExactly("x", "y"));
        sessions.begin(session -> {
            for (List<Hiker> part : session.partitions(byName("parts"), 3)) {
                part.forEach(each -> each.route.add("end"));
            }
        });
        try (Session session = sessions.open()) {
            assertThat(session.execute(byName("parts")).all())
                    .allSatisfy(each -> assertThat(each.route).containsExactly("x", "y", "end"));
        }
    }

    @Test
    void mapsAreLoadedForEachPartition() {
        sessions.begin(session -> {
            for (int i = 0; i < 3; i++) {
                Album made = new Album("parts");
                made.crew.put("k" + i, new Person("p" + i));
                session.add(made);
            }
        });
        try (Session session = sessions.open()) {
            List<String> keys = new ArrayList<>();
            session.partitions(
                            select(album)
                                    .where(album.column("name", String.class).eq("parts"))
                                    .options(selectinload(crew)),
                            2)
                    .forEach(part -> part.forEach(each -> keys.addAll(each.crew.keySet())));
            assertThat(keys).containsExactlyInAnyOrder("k0", "k1", "k2");
        }
    }
}
