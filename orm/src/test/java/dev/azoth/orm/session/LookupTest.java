package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.populateExisting;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lookup;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Order;
import dev.azoth.orm.session.Workshop.OrderLine;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects by their keys: one, many, by other unique values, with locks and options; and how a session asks in general. */
@EveryDatabase
class LookupTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<String> NAME = TEAM.column("name", String.class);
    private static final ColumnReference<Long> ID = TEAM.column("id", Long.class);

    private final Database database;
    private final SessionFactory sessions;

    LookupTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private Team saved(String name, Member... members) {
        Team team = new Team(name, members);
        sessions.begin(session -> session.add(team));
        return team;
    }

    /** Changes a row behind the back of sessions. */
    @SuppressWarnings("unchecked") // the column is the attribute's
    private void rename(Session session, Team team, String name) {
        Column<String> column = (Column<String>) TEAM.table().column("name");
        session.connection().execute(update(TEAM.table()).set(column, name).where(ID.eq(team.id)));
    }

    @Test
    void oneThatMustBeThereIsGivenOrMissedByName() {
        Team team = saved("must be there");
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Team.class, team.id).name).isEqualTo("must be there");
            assertThatThrownBy(() -> session.getOne(Team.class, -7L))
                    .isInstanceOf(NoResultException.class)
                    .hasMessage("there is no Team#-7");
            session.delete(session.getOne(Team.class, team.id));
            assertThatThrownBy(() -> session.getOne(Team.class, team.id)).isInstanceOf(NoResultException.class);
        }
    }

    @Test
    void manyComeByOneStatementInTheOrderOfTheirKeys() {
        Team a = saved("many a");
        Team b = saved("many b");
        Team c = saved("many c");
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, b.id);
            List<Team> found = new ArrayList<>();
            database.statements()
                    .expect(
                            1,
                            () -> found.addAll(session.getMultiple(Team.class, List.of(c.id, -1L, b.id, a.id, c.id))));
            assertThat(found).extracting(each -> each.name).containsExactly("many c", "many b", "many a");
            assertThat(found.get(1)).isSameAs(held);
            database.statements().expect(0, () -> session.getMultiple(Team.class, List.of(a.id, b.id)));
            assertThat(session.getMultiple(Team.class, List.of())).isEmpty();
        }
    }

    @Test
    void aKeyOfSeveralColumnsIsAList() {
        Order order = new Order();
        order.group = "lines";
        order.lines.add(new OrderLine(1, 10));
        order.lines.add(new OrderLine(2, 20));
        sessions.begin(session -> session.add(order));
        try (Session session = sessions.open()) {
            assertThat(session.getMultiple(OrderLine.class, List.of(List.of(order.id, 2), List.of(order.id, 1))))
                    .extracting(each -> each.amount)
                    .containsExactly(20, 10);
        }
    }

    @Test
    void optionsLoadAlong() {
        Team team = saved("along", new Member("a"), new Member("b"));
        Team other = saved("read by key");
        try (Session session = sessions.open()) {
            Lookup<Team> lookup =
                    session.lookup(TEAM, o -> o.options(selectinload(TEAM.toMany("members", Member.class))));
            Team found = lookup.getOne(team.id);
            database.statements().expect(0, () -> assertThat(found.members).hasSize(2));
        }
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            assertThat(session.lookup(TEAM, o -> o.options(selectinload(TEAM.toMany("members", Member.class))))
                            .getOne(team.id))
                    .isSameAs(held);
            database.statements().expect(0, () -> assertThat(held.members).hasSize(2));
            Team read = session.lookup(TEAM, o -> o.options(readOnly()))
                    .get(other.id)
                    .orElseThrow();
            read.name = "never written";
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void aLockedObjectHasWhatItsRowHas() {
        Team team = saved("locked");
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            if (!database.has(Capability.LOCKS)) {
                assertThatThrownBy(
                                () -> session.lookup(TEAM, o -> o.forUpdate()).get(team.id))
                        .isInstanceOf(CompileException.class);
                assertThatThrownBy(() -> session.refresh(held, o -> o.forUpdate()))
                        .isInstanceOf(CompileException.class);
                return;
            }
            rename(session, held, "locked and new");
            List<String> sent = database.statements()
                    .during(() -> assertThat(
                                    session.lookup(TEAM, o -> o.forUpdate()).getOne(team.id).name)
                            .isEqualTo("locked and new"));
            assertThat(sent).singleElement().asString().endsWith("FOR UPDATE");
            sent = database.statements().during(() -> session.refresh(held, o -> o.forUpdate()));
            assertThat(sent.get(0)).endsWith("FOR UPDATE");
        }
    }

    @Test
    void aLockDoesNotLoseWhatIsNotFlushed() {
        Team team = saved("changed under a lock");
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            held.name = "changed";
            session.noAutoflush(() -> assertThatThrownBy(
                            () -> session.lookup(TEAM, o -> o.forUpdate()).get(team.id))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Team#" + team.id
                            + " has changes that are not flushed, and would lose them when its row is read again for the lock: flush"
                            + " first"));
            assertThat(held.name).isEqualTo("changed");
        }
    }

    @Test
    void rowsAreReadAgainWhereThatIsAskedFor() {
        Team team = saved("populated");
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            rename(session, held, "populated anew");
            assertThat(session.getOne(Team.class, team.id).name).isEqualTo("populated");
            assertThat(session.lookup(TEAM, o -> o.populateExisting()).getOne(team.id).name)
                    .isEqualTo("populated anew");
            rename(session, held, "and again");
            assertThat(session.lookup(TEAM, o -> o.options(populateExisting())).getOne(team.id).name)
                    .isEqualTo("and again");
        }
    }

    @Test
    void uniqueValuesFindAnObjectOnce() {
        Team team = saved("by its name");
        try (Session session = sessions.open()) {
            Lookup<Team> teams = session.lookup(TEAM);
            assertThat(teams.getBy(NAME, "by its name"))
                    .hasValueSatisfying(each -> assertThat(each.id).isEqualTo(team.id));
            database.statements()
                    .expect(
                            0,
                            () -> assertThat(teams.getBy(NAME, "by its name")).isPresent());
            teams.getBy(NAME, "by its name").orElseThrow().name = "renamed meanwhile";
            assertThat(teams.getBy(NAME, "by its name")).isEmpty();
            assertThat(teams.getBy(NAME, "renamed meanwhile")).isPresent();
            assertThat(teams.getBy(NAME, "nobody has it")).isEmpty();
            assertThatThrownBy(() -> session.lookup(MEMBER).getBy(MEMBER.column("name", String.class), "m"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "several rows of Member may have the same name: declare a unique key of it, or run a query");
        }
    }

    @Test
    void whatIsExpiredIsReadAnewByWhatMeetsIt() {
        Team team = saved("expired", new Member("m"));
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            assertThat(held.members).hasSize(1);
            held.name = "not flushed";
            session.expire(held);
            assertThat(session.pending()).isEmpty();
            assertThat(held.name).isEqualTo("expired");
            rename(session, held, "new in the row");
            assertThat(session.getOne(Team.class, team.id)).isSameAs(held);
            assertThat(held.name).isEqualTo("new in the row");
            database.statements().expect(0, () -> session.getOne(Team.class, team.id));
            session.expireAll();
            rename(session, held, "newer");
            session.execute(select(TEAM).where(ID.eq(team.id))).one();
            assertThat(held.name).isEqualTo("newer");
            session.add(new Team("too new to expire"));
            assertThatThrownBy(() -> session.expire(new Team("not held")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("this Team is not in the session and cannot be expired");
        }
    }

    @Test
    void whatIsExpiredIsNotTrustedWhenRowsAreChanged() {
        Team team = saved("expired before a change");
        try (Session session = sessions.open()) {
            Team held = session.getOne(Team.class, team.id);
            session.expire(held);
            rename(session, held, "another by now");
            session.execute(delete(TEAM).where(NAME.eq("expired before a change")));
            assertThat(session.getOne(Team.class, team.id)).isSameAs(held);
            session.expire(held);
            assertThatThrownBy(() -> session.execute(delete(TEAM).where(ID.eq(team.id)), SynchronizeSession.EVALUATE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("since what Team#" + team.id + " holds was expired");
            session.execute(delete(TEAM).where(ID.eq(team.id)));
            assertThat(session.get(Team.class, team.id)).isEmpty();
        }
    }

    @Test
    void statementsTakeNamedParameters() {
        saved("by a parameter", new Member("a parameter's"));
        try (Session session = sessions.open()) {
            List<Team> found = session.execute(
                            select(TEAM)
                                    .where(NAME.eq(parameter("name", TEXT)))
                                    .options(selectinload(TEAM.toMany("members", Member.class))),
                            Map.of("name", "by a parameter"))
                    .all();
            assertThat(found.get(0).members).hasSize(1);
            assertThat(session.execute(select(ID).where(NAME.eq(parameter("name", TEXT))), Map.of("name", "no one's"))
                            .all())
                    .isEmpty();
        }
    }

    @Test
    void duringNoAutoflushQueriesDoNotFlush() {
        try (Session session = sessions.open()) {
            session.add(new Team("not flushed yet"));
            database.statements()
                    .expect(
                            1,
                            () -> session.noAutoflush(
                                    () -> session.execute(select(ID).where(NAME.eq("x")))
                                            .all()));
            database.statements()
                    .expect(
                            2,
                            () -> session.execute(select(ID).where(NAME.eq("x")))
                                    .all());
        }
    }

    @Test
    void aSessionsStatementsHaveItsOptions() {
        List<String> labels = new ArrayList<>();
        try (var registration = database.engine().listen(new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                event.label().ifPresent(labels::add);
            }
        })) {
            SessionFactory labelled = SessionFactory.create(
                    database.engine(), options -> options.execution(execution -> execution.label("of the factory")));
            try (Session session = labelled.open()) {
                session.get(Team.class, -1L);
                session.options(execution -> execution.label("of the session"));
                session.get(Team.class, -1L);
                session.rollback();
                session.get(Team.class, -1L);
            }
        }
        assertThat(labels).containsExactly("of the factory", "of the session", "of the session");
    }
}
