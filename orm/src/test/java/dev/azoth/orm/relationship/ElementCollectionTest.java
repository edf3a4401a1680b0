package dev.azoth.orm.relationship;

import static dev.azoth.orm.relationship.Hikers.nicknames;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Element;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.relationship.Hiker.Colour;
import dev.azoth.orm.relationship.Hiker.Hut;
import dev.azoth.orm.relationship.Hiker.Word;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collections of values are written as the rows that they are. */
@EveryDatabase
class ElementCollectionTest extends HikerTests {
    ElementCollectionTest(Database database) {
        super(database);
    }

    @Test
    void valuesOfEveryKindComeBack() {
        Hiker saved = saved(each -> {
            each.nicknames.addAll(List.of("sand", "😀 'quoted'", "sand", ""));
            each.colours.addAll(Set.of(Colour.RED, Colour.BLUE));
            each.route.addAll(List.of("a", "b", "a"));
            each.phones.addAll(List.of(HOME, UNNAMED));
            each.huts.add(new Hut("Alp", 3));
            each.heights.addAll(List.of(3, 5, 4));
            each.words.add(new Word("up"));
            each.weights.addAll(List.of(0.1, 1e-30));
        });

        check(saved, each -> {
            assertThat(each.nicknames).containsExactlyInAnyOrder("sand", "😀 'quoted'", "sand", "");
            assertThat(each.colours).containsExactlyInAnyOrder(Colour.RED, Colour.BLUE);
            assertThat(each.route).containsExactly("a", "b", "a");
            assertThat(each.phones).containsExactlyInAnyOrder(HOME, UNNAMED);
            assertThat(each.huts).singleElement().satisfies(hut -> {
                assertThat(hut.name).isEqualTo("Alp");
                assertThat(hut.beds).isEqualTo(3);
            });
            assertThat(each.heights).containsExactly(5, 4, 3);
            assertThat(each.words).containsExactly(new Word("up"));
            assertThat(each.weights).containsExactlyInAnyOrder(0.1, 1e-30);
        });
    }

    @Test
    void valuesOfManyOwnersAreInsertedByOneStatement() {
        try (Session session = sessions.open()) {
            for (int i = 0; i < 20; i++) {
                Hiker each = new Hiker("many");
                each.nicknames.addAll(List.of("a" + i, "b"));
                session.add(each);
            }
            assertThat(database.statements().during(session::flush)).hasSize(2);
        }
    }

    @Test
    void onlyWhatWasAddedAndRemovedIsWritten() {
        Hiker saved = saved(each -> each.nicknames.addAll(List.of("a", "b", "c")));

        assertThat(changed(saved, each -> {
                    each.nicknames.remove("b");
                    each.nicknames.add("d");
                }))
                .extracting(each ->
                        each.replaceAll("(VALUES|SELECT) .*", "…")) // of many rows, it differs between databases
                .containsExactly(
                        "UPDATE hiker SET version = ? WHERE hiker.id = ? AND hiker.version = ?",
                        "DELETE FROM hiker_nicknames WHERE hiker_nicknames.hiker_id = ? AND hiker_nicknames.nicknames = ?",
                        "INSERT INTO hiker_nicknames (hiker_id, nicknames) …");
        check(saved, each -> assertThat(each.nicknames).containsExactlyInAnyOrder("a", "c", "d"));
    }

    @Test
    void ofEqualValuesAsManyStayAsAreLeft() {
        Hiker saved = saved(each -> each.nicknames.addAll(List.of("x", "x", "x", "y")));
        changed(saved, each -> each.nicknames.remove("x"));
        check(saved, each -> assertThat(each.nicknames).containsExactlyInAnyOrder("x", "x", "y"));
    }

    @Test
    void positionsAreKeptByAsFewRowsAsCanBe() {
        Hiker saved = saved(each -> each.route.addAll(List.of("a", "b", "c")));

        assertThat(changed(saved, each -> each.route.set(1, "x")))
                .containsExactly(
                        "UPDATE hiker SET version = ? WHERE hiker.id = ? AND hiker.version = ?",
                        "UPDATE order SET from = ? WHERE order.select = ? AND order.group = ?");
        assertThat(changed(saved, each -> each.route.remove(2)))
                .containsExactly(
                        "UPDATE hiker SET version = ? WHERE hiker.id = ? AND hiker.version = ?",
                        "DELETE FROM order WHERE order.select = ? AND order.group = ?");
        changed(saved, each -> each.route.add(0, "first"));
        check(saved, each -> assertThat(each.route).containsExactly("first", "a", "x"));
    }

    @Test
    void theSameValuesInAnotherOrderAreNoChangeWhereNothingKeepsTheOrder() {
        Hiker saved = saved(each -> each.nicknames.addAll(List.of("a", "b")));
        assertThat(changed(saved, each -> each.nicknames = new ArrayList<>(List.of("b", "a"))))
                .allMatch(each -> each.startsWith("SELECT"));
    }

    @Test
    void aValueThatChangedInPlaceIsWritten() {
        Hiker saved = saved(each -> each.huts.addAll(List.of(new Hut("A", 1), new Hut("B", 2))));
        changed(saved, each -> each.huts.forEach(hut -> hut.beds += hut.name.equals("A") ? 10 : 0));
        check(
                saved,
                each -> assertThat(each.huts)
                        .extracting(hut -> hut.name + hut.beds)
                        .containsExactlyInAnyOrder("A11", "B2"));
    }

    @Test
    void aPartOfAValueMayBeNull() {
        Hiker saved = saved(each -> each.phones.addAll(List.of(HOME, UNNAMED)));
        changed(saved, each -> each.phones.remove(UNNAMED));
        check(saved, each -> assertThat(each.phones).containsExactly(HOME));
    }

    @Test
    void valuesThatCannotBeFoundBySqlAreWrittenAnew() {
        Hiker saved = saved(each -> each.weights.addAll(List.of(0.1, 0.2, 0.3)));
        changed(saved, each -> each.weights.remove(0.2));
        check(saved, each -> assertThat(each.weights).containsExactlyInAnyOrder(0.1, 0.3));
    }

    @Test
    void aCollectionMayBeReplacedWithoutBeingRead() {
        Hiker saved = saved(each -> each.nicknames.addAll(List.of("a", "b")));
        changed(saved, each -> each.nicknames = new ArrayList<>(List.of("b", "c")));
        check(saved, each -> assertThat(each.nicknames).containsExactlyInAnyOrder("b", "c"));
        changed(saved, each -> each.nicknames = null);
        check(saved, each -> assertThat(each.nicknames).isEmpty());
    }

    @Test
    void valuesGoWithTheirOwner() {
        Hiker saved = saved(each -> {
            each.nicknames.add("goes with its owner");
            each.phones.add(HOME);
        });
        sessions.begin(
                session -> session.delete(session.get(Hiker.class, saved.id).orElseThrow()));
        try (Session session = sessions.open()) {
            Element<String> name = nicknames.as("name");
            assertThat(session.execute(select(name.value()).from(name)).all()).doesNotContain("goes with its owner");
            assertThat(session.get(Hiker.class, saved.id)).isEmpty();
        }
    }

    @Test
    void anotherObjectMayTakeTheKeyOfOneThatIsDeleted() {
        Hiker saved = saved(each -> each.colours.addAll(List.of(Colour.RED, Colour.GREEN)));
        sessions.begin(session -> {
            session.delete(session.get(Hiker.class, saved.id).orElseThrow());
            Hiker other = new Hiker("other");
            other.id = saved.id;
            other.colours.addAll(List.of(Colour.BLUE, Colour.GREEN));
            session.add(other);
        });
        check(saved, each -> assertThat(each.colours).containsExactlyInAnyOrder(Colour.BLUE, Colour.GREEN));
    }

    @Test
    void rollbackRestoresTheValues() {
        Hiker saved = saved(each -> {
            each.nicknames.addAll(List.of("a", "b"));
            each.huts.add(new Hut("A", 1));
        });
        try (Session session = sessions.open()) {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            List<String> list = own.nicknames;
            own.nicknames.add("c");
            own.huts.iterator().next().beds = 99;
            session.flush();
            own.nicknames.remove("a");
            session.rollback();
            assertThat(own.nicknames).isSameAs(list).containsExactlyInAnyOrder("a", "b");
            assertThat(own.huts).extracting(hut -> hut.beds).containsExactly(1);
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointRestoresTheValues() {
        Hiker saved = saved(each -> each.route.addAll(List.of("a", "b")));
        try (Session session = sessions.open()) {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            own.route.add("c");
            try (SessionSavepoint savepoint = session.beginNested()) {
                own.route.clear();
                session.flush();
                savepoint.rollback();
            }
            assertThat(own.route).containsExactly("a", "b", "c");
            session.commit();
        }
        check(saved, each -> assertThat(each.route).containsExactly("a", "b", "c"));
    }

    @Test
    void whatIsReadAfterAWriteIsForgottenByRollback() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        try (Session session = sessions.open()) {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            own.name = "written";
            session.flush();
            assertThat(own.nicknames).hasSize(1);
            session.rollback();
            changed(saved, each -> each.nicknames.add("b"));
            assertThat(own.nicknames).hasSize(2);
        }
    }

    @Test
    void mergeCopiesTheValues() {
        Hiker saved = saved(each -> {
            each.nicknames.addAll(List.of("a", "b"));
            each.huts.add(new Hut("A", 1));
        });
        Hiker detached = sessions.transaction(session -> {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            assertThat(own.nicknames).hasSize(2);
            return own;
        });
        detached.nicknames.set(0, "z");
        sessions.begin(session -> {
            Hiker own = session.merge(detached);
            assertThat(own.nicknames).isNotSameAs(detached.nicknames);
        });
        check(saved, each -> {
            assertThat(each.nicknames).contains("z").hasSize(2);
            assertThat(each.huts).hasSize(1); // was not loaded, so nothing is said about it
        });
    }

    @Test
    void theVersionCountsChangesOfValues() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        try (Session first = sessions.open()) {
            Hiker own = first.get(Hiker.class, saved.id).orElseThrow();
            own.nicknames.add("first");
            first.commit();
            own.nicknames.add("more");
            changed(saved, each -> each.nicknames.add("second"));
            assertThatThrownBy(first::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Test
    void refreshReadsTheValuesAgain() {
        Hiker saved = saved(each -> each.nicknames.add("a"));
        try (Session session = sessions.open()) {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            assertThat(own.nicknames).containsExactly("a");
            session.commit();
            changed(saved, each -> each.nicknames.add("b"));
            session.refresh(own);
            assertThat(own.nicknames).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void pendingTellsOfValues() {
        Hiker saved = saved(each -> each.route.addAll(List.of("a", "b", "c")));
        sessions.begin(session -> {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            own.route.set(0, "x");
            own.route.remove(2);
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly("UPDATE Hiker#" + saved.id, "ELEMENTS Hiker#" + saved.id + ".route ~1 -1");
        });
    }

    @Test
    void nullIsNoElement() {
        try (Session session = sessions.open()) {
            Hiker each = new Hiker("with null");
            each.nicknames.addAll(Arrays.asList("a", null));
            session.add(each);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Hiker.nicknames has a null among its elements");
        }
    }
}
