package dev.azoth.orm.history;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.history.Office.Asset;
import dev.azoth.orm.history.Office.Contract;
import dev.azoth.orm.history.Office.Firm;
import dev.azoth.orm.history.Office.House;
import dev.azoth.orm.history.Office.Letter;
import dev.azoth.orm.history.Office.Party;
import dev.azoth.orm.history.Office.Person;
import dev.azoth.orm.history.Office.Reply;
import dev.azoth.orm.history.Office.Ship;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Entities as they were, of every strategy of inheritance. */
@EveryDatabase
class PointInTimeTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    /** Goes on by a day whenever it is told to. */
    private static final class Days extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Days days = new Days();
    private final EntityHistory history = Office.history();
    private final SessionFactory sessions;

    PointInTimeTest(Database database) {
        this.sessions = SessionFactory.create(
                database.engine(), options -> options.listener(history).clock(days));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Office.TABLES);
        database.engine().createAll(Office.history().tables());
    }

    private void on(int day, Consumer<Session> work) {
        days.now = START.plusSeconds(day * 86_400L);
        sessions.begin(work);
    }

    private <E> List<E> asOf(EntityPath<E> entity, int day) {
        EntityPath<E> then = history.asOf(entity, START.plusSeconds(day * 86_400L + 60));
        try (Session session = sessions.open()) {
            return session.execute(select(then).options(readOnly())).all();
        }
    }

    @Test
    void anEntityIsReadAsItWas() {
        Contract contract = new Contract("first");
        on(1, session -> session.add(contract));
        on(2, session -> session.getOne(Contract.class, contract.id).title = "second");
        on(3, session -> session.delete(session.getOne(Contract.class, contract.id)));
        assertThat(asOf(Office.contract, 0)).isEmpty();
        assertThat(asOf(Office.contract, 1)).extracting(each -> each.title).containsExactly("first");
        assertThat(asOf(Office.contract, 2)).extracting(each -> each.title).containsExactly("second");
        assertThat(asOf(Office.contract, 2)).extracting(each -> each.version).containsExactly(1);
        assertThat(asOf(Office.contract, 3)).isEmpty();
        on(4, session -> {
            Contract other = new Contract("other");
            session.add(other);
        });
        EntityPath<Contract> then = history.asOf(Office.contract, START.plusSeconds(5 * 86_400L));
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(then)
                                    .where(then.column("title", String.class).like("o%"))
                                    .orderBy(then.column("id", Long.class)))
                            .all())
                    .hasSize(1);
            assertThat(session.pending()).isEmpty();
        }
        on(6, session -> session.delete(session.execute(select(Office.contract)).one()));
    }

    @Test
    void entitiesInATableForEachClassAndAFirstOneForAllHaveOneHistory() {
        Person person = new Person();
        person.name = "p";
        person.born = 1900;
        Firm firm = new Firm();
        firm.name = "f";
        firm.number = "n1";
        on(1, session -> session.addAll(person, firm));
        on(2, session -> {
            session.getOne(Person.class, person.id).born = 1901;
            session.getOne(Firm.class, firm.id).name = "g";
        });
        assertThat(asOf(Office.party, 1)).extracting(each -> each.name).containsExactlyInAnyOrder("p", "f");
        assertThat(asOf(Office.party, 2))
                .extracting(each -> each.name + " " + each.getClass().getSimpleName())
                .containsExactlyInAnyOrder("p Person", "g Firm");
        assertThat(asOf(Office.person, 1)).extracting(each -> each.born).containsExactly(1900);
        assertThat(asOf(Office.person, 2)).extracting(each -> each.born).containsExactly(1901);
        List<Revision> revisions = sessions.transaction(session -> history.revisions(session, Party.class, firm.id));
        assertThat(revisions).extracting(each -> each.row().get("name")).containsExactly("f", "g");
        assertThat(revisions).extracting(each -> each.row().get("number")).containsExactly("n1", "n1");
    }

    @Test
    void entitiesInATableForEachClassHaveOneHistory() {
        House house = new House();
        house.id = 1;
        house.rooms = 3;
        house.size = 80;
        Ship ship = new Ship();
        ship.id = 2;
        ship.flag = "red";
        ship.size = new BigDecimal("7.5");
        on(1, session -> session.addAll(house, ship));
        on(2, session -> session.getOne(Asset.class, 2).worth = 9);
        assertThat(asOf(Office.asset, 1)).extracting(each -> each.worth).containsExactly(0, 0);
        Map<Integer, Integer> worth =
                asOf(Office.asset, 2).stream().collect(Collectors.toMap(each -> each.id, each -> each.worth));
        assertThat(worth).isEqualTo(Map.of(1, 0, 2, 9));
        assertThat(asOf(Office.asset, 2))
                .allSatisfy(each -> assertThat(
                                each instanceof Ship own ? own.size : BigDecimal.valueOf(((House) each).size))
                        .isEqualByComparingTo(each instanceof Ship ? "7.5" : "80"));
        assertThat(asOf(Entities.path(Ship.class), 2))
                .extracting(each -> each.flag)
                .containsExactly("red");
    }

    @Test
    void entitiesInOneTableHaveOneHistory() {
        Letter letter = new Letter();
        letter.id = 1;
        letter.subject = "hello";
        Reply reply = new Reply();
        reply.id = 2;
        reply.answers = 1;
        on(1, session -> session.addAll(letter, reply));
        on(2, session -> session.getOne(Reply.class, 2).subject = "re");
        assertThat(asOf(Office.letter, 1)).extracting(each -> each.subject).containsExactlyInAnyOrder("hello", "");
        assertThat(asOf(Office.letter, 2)).hasAtLeastOneElementOfType(Reply.class);
        List<Reply> replies = asOf(Entities.path(Reply.class), 2);
        assertThat(replies).extracting(each -> each.subject).containsExactly("re");
    }
}
