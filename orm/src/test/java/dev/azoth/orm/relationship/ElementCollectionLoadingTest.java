package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.relationship.Hikers.colours;
import static dev.azoth.orm.relationship.Hikers.hiker;
import static dev.azoth.orm.relationship.Hikers.nicknames;
import static dev.azoth.orm.relationship.Hikers.phones;
import static dev.azoth.orm.relationship.Hikers.route;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Element;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.relationship.Hiker.Colour;
import dev.azoth.orm.relationship.Hiker.Phone;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How collections of values are loaded, and asked for by queries. */
@EveryDatabase
class ElementCollectionLoadingTest extends HikerTests {
    ElementCollectionLoadingTest(Database database) {
        super(database);
    }

    private void checkStrategy(int statements, LoaderOption<?> option) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "s" + i;
            ids.add(saved(each -> each.nicknames.addAll(List.of(name, name))).id);
        }
        ids.add(saved(each -> {}).id);
        try (Session session = sessions.open()) {
            var query = select(hiker)
                    .where(hiker.column("id", Long.class).in(ids))
                    .orderBy(hiker.column("id", Long.class))
                    .options(option);
            database.statements().expect(statements, () -> {
                List<Hiker> found = session.execute(query).all();
                assertThat(found.get(1).nicknames).containsExactly("s1", "s1");
                assertThat(found.get(3).nicknames).isEmpty();
            });
        }
    }

    @Test
    void everyStrategyLoadsThem() {
        checkStrategy(2, selectinload(nicknames));
        checkStrategy(2, subqueryload(nicknames));
        checkStrategy(2, joinedload(nicknames)); // by a statement of their own
        checkStrategy(5, immediateload(nicknames));
    }

    @Test
    void lazilyEachCollectionIsOneStatement() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        try (Session session = sessions.open()) {
            database.statements()
                    .expect(
                            2,
                            () -> assertThat(session.get(Hiker.class, saved.id).orElseThrow().nicknames)
                                    .containsExactly("a"));
        }
    }

    @Test
    void valuesMayBeForbidden() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        try (Session session = sessions.open()) {
            Hiker own = session.execute(select(hiker)
                            .where(hiker.column("id", Long.class).eq(saved.id))
                            .options(raiseload(hiker)))
                    .one();
            assertThatThrownBy(own.nicknames::size)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "Hiker#" + saved.id + ".nicknames was not loaded, and raiseload forbids loading it now.")
                    .hasMessageContaining("select(hiker).options(selectinload(hiker.nicknames))");
        }
    }

    @Test
    void detachedValuesThatWereNotLoadedSaySo() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        Hiker detached = sessions.transaction(
                session -> session.get(Hiker.class, saved.id).orElseThrow());
        assertThatThrownBy(detached.nicknames::size)
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("select(hiker).options(selectinload(hiker.nicknames))");
    }

    @Test
    void queriesAskForValues() {
        Hiker saved = saved(each -> {
            each.nicknames.addAll(List.of("needle", "hay"));
            each.colours.add(Colour.GREEN);
            each.phones.addAll(List.of(HOME, UNNAMED));
            each.route.addAll(List.of("start", "end"));
        });
        Element<String> name = nicknames.as("name");
        Element<Phone> phone = phones.as("phone");
        Element<String> step = route.as("step");
        try (Session session = sessions.open()) {
            var mine = select(hiker).where(hiker.column("id", Long.class).eq(saved.id));
            assertThat(session.execute(
                                    mine.where(nicknames.any(name, name.value().startsWith("need"))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(mine.where(nicknames.contains("need"))).all())
                    .isEmpty();
            assertThat(session.execute(mine.where(nicknames.contains("needle"), colours.contains(Colour.GREEN)))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(mine.where(phones.contains(UNNAMED))).all())
                    .hasSize(1);
            assertThat(session.execute(mine.where(phones.any(
                                    phone,
                                    phone.column("number.area", String.class).eq("030"))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(mine.where(route.any(
                                    step, step.position().eq(0), step.value().eq("start"))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(name.value())
                                    .from(hiker)
                                    .join(name, nicknames.on(name))
                                    .where(hiker.column("id", Long.class).eq(saved.id))
                                    .orderBy(name.value()))
                            .all())
                    .containsExactly("hay", "needle");
        }
    }

    @Test
    void whatAnElementHasNotIsRefusedByName() {
        assertThatThrownBy(() -> phones.as("p").value())
                .hasMessage("an element of Hiker.phones has no member that is its only one;"
                        + " its members are number.area, number.line, use");
        assertThatThrownBy(() -> nicknames.as("n").column("x", String.class))
                .hasMessage("an element of Hiker.nicknames is one value and has no members: ask for value()");
        assertThatThrownBy(() -> nicknames.as("n").position())
                .hasMessage("Hiker.nicknames keeps no positions: declare it as a List, with @OrderColumn");
        assertThatThrownBy(() -> hiker.elements("name", String.class))
                .hasMessage("Hiker.name is no collection of values");
        assertThatThrownBy(() -> hiker.elements("nicknames", Integer.class))
                .hasMessage("Hiker.nicknames has values of java.lang.String, not java.lang.Integer");
    }
}
