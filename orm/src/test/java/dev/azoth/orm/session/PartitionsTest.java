package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Result;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads entities some at a time. */
@EveryDatabase
class PartitionsTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<String> NAME = TEAM.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    PartitionsTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    @BeforeEach
    void fiveTeams() {
        sessions.begin(session -> {
            session.execute(select(TEAM)).forEach(session::delete);
            session.flush();
            for (int i = 1; i <= 5; i++) {
                session.add(new Team("t" + i, new Member("m" + i + "a"), new Member("m" + i + "b")));
            }
        });
    }

    private List<String> names() {
        try (Session session = sessions.open()) {
            return session.execute(select(NAME).orderBy(NAME)).all();
        }
    }

    @Test
    void aPartitionIsTheSessionsUntilTheNextIsAskedFor() {
        try (Session session = sessions.open()) {
            Iterator<List<Team>> parts = session.partitions(select(TEAM), 2).iterator();
            List<Team> first = parts.next();
            assertThat(first).hasSize(2);
            assertThat(session.state(first.get(0))).isEqualTo(EntityState.PERSISTENT);
            assertThat(first.get(0).members).hasSize(2);
            List<Team> second = parts.next();
            assertThat(second).hasSize(2);
            assertThat(session.state(first.get(0))).isEqualTo(EntityState.DETACHED);
            assertThat(session.state(second.get(0))).isEqualTo(EntityState.PERSISTENT);
            assertThat(parts.next()).hasSize(1);
            assertThat(parts.hasNext()).isFalse();
        }
    }

    @Test
    void whatChangesInAPartitionIsWrittenBeforeTheNext() {
        try (Session session = sessions.open()) {
            for (List<Team> part : session.partitions(select(TEAM), 2)) {
                for (Team each : part) {
                    each.name = each.name + "!";
                }
            }
            session.commit();
        }
        assertThat(names()).containsExactly("t1!", "t2!", "t3!", "t4!", "t5!");
    }

    @Test
    void aChangeIsNotLostIfNobodyHasTheObjectAnyMore() {
        SessionFactory quiet = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = quiet.open()) {
            for (List<Team> part : session.partitions(select(TEAM), 2)) {
                part.get(0).name = part.get(0).name + "?";
            }
            System.gc();
            session.commit();
        }
        assertThat(names()).filteredOn(each -> each.endsWith("?")).hasSize(3);
    }

    @Test
    void whatOptionsLoadIsLoadedOnceForEachPartition() {
        try (Session session = sessions.open()) {
            Select<Team> query = select(TEAM).options(selectinload(TEAM.toMany("members", Member.class)));
            // for each partition its members, and their badges; pages are statements of their own where nothing else
            // can run while a result is open; an empty page ends them
            int streamed = database.engine().dialect().streamsBesideOthers() ? 1 : 3;
            database.statements().expect(streamed + 6, () -> {
                List<Integer> sizes = new ArrayList<>();
                for (List<Team> part : session.partitions(query, 2)) {
                    part.forEach(each -> sizes.add(each.members.size()));
                }
                assertThat(sizes).containsExactly(2, 2, 2, 2, 2);
            });
        }
    }

    @Test
    void whatTheSessionHadBeforeStays() {
        try (Session session = sessions.open()) {
            Team held = session.execute(select(TEAM).where(NAME.eq("t1"))).one();
            for (List<Team> part : session.partitions(select(TEAM), 2)) {
                assertThat(part).isNotEmpty();
            }
            assertThat(session.state(held)).isEqualTo(EntityState.PERSISTENT);
            held.name = "held";
            session.commit();
        }
        assertThat(names()).contains("held");
    }

    @Test
    void whatOthersLeadToStays() {
        try (Session session = sessions.open()) {
            Skill skill = new Skill("streaming");
            session.add(skill);
            session.flush();
            List<Member> all = new ArrayList<>();
            for (List<Member> part : session.partitions(select(MEMBER), 4)) {
                part.get(0).skills.add(skill);
                all.addAll(part);
            }
            assertThat(all)
                    .filteredOn(each -> session.state(each) == EntityState.PERSISTENT)
                    .hasSize(3);
            Member first = all.get(0);
            assertThat(skill.members).hasSize(3);
            assertThat(skill.members.get(0)).isSameAs(first);
            skill.members.remove(0);
            session.flush();
            assertThat(first.skills).isEmpty();
            session.rollback();
        }
    }

    @Test
    void deletedRowsLeaveNothingBehind() {
        try (Session session = sessions.open()) {
            for (List<Team> part : session.partitions(select(TEAM), 2)) {
                part.forEach(session::delete);
            }
            session.commit();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aJoinedCollectionIsRefusedByName() {
        try (Session session = sessions.open()) {
            Select<Team> query = select(TEAM).options(joinedload(TEAM.toMany("members", Member.class)));
            assertThatThrownBy(() -> session.partitions(query, 10))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "joinedload(team.members) repeats rows, which cannot be put together from a part of them:"
                                    + " use selectinload(team.members), which loads it for each partition");
        }
    }

    @Test
    void anOrderOfItsOwnNeedsAResultThatStaysOpen() {
        try (Session session = sessions.open()) {
            Select<Team> query = select(TEAM).orderBy(NAME.desc());
            if (database.engine().dialect().streamsBesideOthers()) {
                List<String> found = new ArrayList<>();
                session.partitions(query, 2).forEach(part -> part.forEach(each -> found.add(each.name)));
                assertThat(found).containsExactly("t5", "t4", "t3", "t2", "t1");
            } else {
                assertThatThrownBy(() -> session.partitions(query, 2))
                        .isInstanceOf(CompileException.class)
                        .hasMessage(database.engine().dialect().name()
                                + " runs nothing else while a result is open, so its partitions are pages by the key of one entity: select that"
                                + " alone, and leave out orderBy, limit, distinct, groupBy and joins");
            }
        }
    }

    @Test
    void columnsComeInPartitionsToo() {
        try (Session session = sessions.open()) {
            List<Integer> sizes = new ArrayList<>();
            session.partitions(select(NAME), 2).forEach(part -> sizes.add(part.size()));
            assertThat(sizes).containsExactly(2, 2, 1);
            assertThat(session.stream(select(NAME), 2).all()).hasSize(5);
        }
    }

    @Test
    void aStreamIsOfObjectsThatAreOnlyRead() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.stream(select(TEAM), 2))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("a stream does not tell when the program is done with an object that it may change: use"
                            + " partitions(query, 2), or select with options(readOnly())");
            try (Result<Team> teams = session.stream(
                    select(TEAM).options(readOnly(), selectinload(TEAM.toMany("members", Member.class))), 2)) {
                int members = 0;
                for (Team each : teams) {
                    members += each.members.size();
                }
                assertThat(members).isEqualTo(10);
            }
        }
    }

    @Test
    void anEmptyResultHasNoPartitions() {
        try (Session session = sessions.open()) {
            assertThat(session.partitions(select(TEAM).where(NAME.eq("nobody")), 2)
                            .all())
                    .isEmpty();
        }
    }
}
