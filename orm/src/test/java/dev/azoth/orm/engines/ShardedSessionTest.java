package dev.azoth.orm.engines;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.engines.Office.clerk;
import static dev.azoth.orm.engines.Office.clerkId;
import static dev.azoth.orm.engines.Office.clerkName;
import static dev.azoth.orm.engines.Office.letters;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.OnShards;
import dev.azoth.orm.PartialCommitException;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ShardChooser;
import dev.azoth.orm.ShardedSession;
import dev.azoth.orm.ShardedSessionFactory;
import dev.azoth.orm.engines.Office.Clerk;
import dev.azoth.orm.engines.Office.Letter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clerks of two regions in two databases, of which one is always SQLite: shards need not be alike. */
@EveryDatabase
class ShardedSessionTest {
    private final Database east;
    private final Database west = MoreDatabases.of("sqlite");
    private final ShardedSessionFactory sessions;

    ShardedSessionTest(Database database) {
        east = database;
        sessions = ShardedSessionFactory.create(new ByName())
                .shard("east", SessionFactory.create(east.engine()))
                .shard("west", SessionFactory.create(west.engine()));
    }

    /** Clerks tell by their names where they are; keys and statements do not. */
    private static final class ByName implements ShardChooser {
        @Override
        public String shardOf(Object entity) {
            String name = entity instanceof Clerk one ? one.name : ((Letter) entity).text;
            return name.startsWith("w") ? "west" : "east";
        }

        @Override
        public Collection<String> shardsOf(Statement<?> statement, Collection<String> all) {
            return statement.toString().contains("only west") ? List.of("west") : all;
        }
    }

    @BeforeEach
    void create() {
        for (Database each : List.of(east, west)) {
            each.engine().dropAll(Office.TABLES);
            each.engine().createAll(Office.TABLES);
        }
    }

    @AfterEach
    void close() {
        west.close();
    }

    private static Clerk clerk(String name, String... texts) {
        Clerk made = new Clerk(name);
        for (String each : texts) {
            made.letters.add(new Letter(each));
        }
        return made;
    }

    private void saved(Clerk... clerks) {
        sessions.begin(session -> session.addAll((Object[]) clerks));
    }

    private static List<String> names(Database database) {
        return database.all(select(clerkName).from(Office.clerk).orderBy(clerkId.asc()));
    }

    @Test
    void newObjectsGoToTheirShardAndWhatTheyAddGoesWithThem() {
        saved(clerk("eve", "we write"), clerk("will"));

        assertThat(names(east)).containsExactly("eve");
        assertThat(names(west)).containsExactly("will");
        assertThat(east.all(select(count()).from(Office.letter))).containsExactly(1L);
    }

    @Test
    void rowsOfOneKeyInTwoShardsAreTwoObjects() {
        Clerk eve = clerk("eve");
        Clerk will = clerk("will");
        saved(eve, will);
        assertThat(eve.id).isEqualTo(will.id);
        try (ShardedSession session = sessions.open()) {
            List<Clerk> all = session.execute(select(clerk)).all();
            assertThat(all).extracting(each -> each.name).containsExactly("eve", "will");
            assertThat(session.shardOf(all.get(0))).contains("east");
            assertThat(session.shardOf(all.get(1))).contains("west");
            assertThat(session.get(Clerk.class, eve.id)).containsSame(all.get(0));
            assertThat(session.shard("west").get(Clerk.class, will.id)).containsSame(all.get(1));
        }
    }

    @Test
    void aKeyIsLookedForWhereTheChooserSaysAndInAllElse() {
        saved(clerk("will"));
        try (ShardedSession session = sessions.open()) {
            assertThat(session.get(Clerk.class, 1L)).map(each -> each.name).contains("will");
            assertThat(session.get(Clerk.class, 77L)).isEmpty();
        }
    }

    @Test
    void relationshipsAreLoadedFromTheShardOfTheirOwner() {
        saved(clerk("eve", "of eve"), clerk("will", "of will", "too"));
        try (ShardedSession session = sessions.open()) {
            List<Clerk> lazy = session.execute(select(clerk)).all();
            assertThat(lazy.get(0).letters).extracting(each -> each.text).containsExactly("of eve");
            assertThat(lazy.get(1).letters).extracting(each -> each.text).containsExactly("of will", "too");
            assertThat(lazy.get(1).letters.get(0).clerk.get()).isSameAs(lazy.get(1));
        }
        try (ShardedSession session = sessions.open()) {
            List<Clerk> eager = session.execute(select(clerk).options(selectinload(letters)))
                    .all();
            east.statements()
                    .expect(
                            0,
                            () -> west.statements()
                                    .expect(
                                            0,
                                            () -> assertThat(eager)
                                                    .extracting(each -> each.letters.size())
                                                    .containsExactly(1, 2)));
        }
    }

    @Test
    void changesAndDeletionsAreFlushedWhereTheirRowsAre() {
        saved(clerk("eve", "of eve"), clerk("will"));
        try (ShardedSession session = sessions.open()) {
            List<Clerk> all = session.execute(select(clerk)).all();
            all.get(1).name = "william";
            session.delete(all.get(0));
            assertThat(session.pending()).isNotEmpty();
            session.commit();
            assertThat(session.state(all.get(1))).isEqualTo(EntityState.PERSISTENT);
        }
        assertThat(names(east)).isEmpty();
        assertThat(names(west)).containsExactly("william");
    }

    /** A foreign key with the number of another database's row would lead to whatever has that number here. */
    @Test
    void anObjectCannotLeadToOneOfAnotherShard() {
        saved(clerk("eve"), clerk("will"));
        try (ShardedSession session = sessions.open()) {
            List<Clerk> all = session.execute(select(clerk)).all();
            Letter letter = new Letter("easterly");
            letter.clerk = Lazy.of(all.get(1));
            session.add(letter);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a Clerk of the shard west is what an object of another shard leads to, which a foreign key cannot: add that"
                                    + " object to the shard west, or keep the key without a relationship");
            session.rollback();
            all.get(0).letters.add(new Letter("fine"));
            session.commit();
        }
        try (ShardedSession session = sessions.open()) {
            Clerk eve = session.shard("east").execute(select(clerk)).one();
            Clerk will = session.shard("west")
                    .execute(select(clerk).options(selectinload(letters)))
                    .one();
            Letter pending = new Letter("westerly");
            session.add(pending);
            eve.letters.add(pending);
            assertThatThrownBy(session::flush).hasMessageStartingWith("a Letter of the shard west is what an object");
            assertThat(will.letters).isEmpty();
        }
    }

    @Test
    void mergeFindsTheShardOfTheKeyOrTheOneOfANewObject() {
        Clerk will = clerk("will");
        saved(will);
        will.name = "walter";
        try (ShardedSession session = sessions.open()) {
            Clerk own = session.merge(will);
            assertThat(session.shardOf(own)).contains("west");
            Clerk fresh = session.merge(clerk("wanda"));
            assertThat(session.shardOf(fresh)).contains("west");
            session.commit();
            own.name = "lost";
            session.refresh(own);
            assertThat(own.name).isEqualTo("walter");
            session.expunge(own);
            assertThat(session.shardOf(own)).isEmpty();
        }
        assertThat(names(west)).containsExactly("walter", "wanda");
    }

    @Test
    void whatAQuerySaysOfAllItsRowsIsRefusedWithTheWaysOut() {
        saved(clerk("eve"), clerk("will"));
        Select<Clerk> ordered = select(clerk).orderBy(clerkName.desc()).limit(1);
        try (ShardedSession session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(ordered))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("what a query says of its rows as a whole, no shard knows: here ORDER BY, LIMIT"
                            + "\n  in order, merged in memory   session.execute(query, comparator)"
                            + "\n  for each shard by itself     select(…).options(OnShards.all().separately())"
                            + "\n  of one shard                 select(…).options(OnShards.of(name))");
            assertThatThrownBy(() -> session.execute(select(count()).from(clerk)))
                    .hasMessageContaining("here an aggregate or a window\n");
            assertThatThrownBy(() -> session.execute(select(clerkName).distinct()))
                    .hasMessageContaining("here DISTINCT\n");
            assertThatThrownBy(() -> session.execute(select(clerk).offset(1))).hasMessageContaining("here OFFSET\n");
            assertThatThrownBy(() -> session.execute(select(clerkName).union(select(clerkName))))
                    .hasMessageContaining("here a set operation, or a text\n");
            assertThatThrownBy(() -> session.execute(
                            select(clerkName, count()).groupBy(clerkName), Comparator.comparing(Object::toString)))
                    .hasMessageContaining("here GROUP BY, an aggregate or a window\n");

            assertThat(session.execute(select(count())
                                    .from(clerk)
                                    .options(OnShards.all().separately()))
                            .all())
                    .containsExactly(1L, 1L);
            assertThat(session.execute(ordered, OnShards.of("west")).one().name).isEqualTo("will");
            assertThat(session.execute(select(clerkName).where(clerkName.ne("only west")))
                            .all())
                    .containsExactly("will");
            assertThatThrownBy(() -> session.execute(ordered, OnShards.of("south")))
                    .hasMessage("there is no shard south: there are [east, west]");
        }
    }

    @Test
    void rowsAreMergedInOrderWhereThatIsAskedFor() {
        saved(clerk("eve"), clerk("ed"), clerk("will"), clerk("wanda"));
        try (ShardedSession session = sessions.open()) {
            Select<Clerk> query = select(clerk).orderBy(clerkName.asc());
            Comparator<Clerk> byName = Comparator.comparing(each -> each.name);
            assertThat(session.execute(query, byName).all())
                    .extracting(each -> each.name)
                    .containsExactly("ed", "eve", "wanda", "will");
            assertThat(session.execute(query.limit(3), byName).all())
                    .extracting(each -> each.name)
                    .containsExactly("ed", "eve", "wanda");
            assertThat(session.execute(query.limit(9), byName).all()).hasSize(4);
        }
    }

    @Test
    void changesByStatementRunOnEachShard() {
        saved(clerk("eve"), clerk("will"));
        try (ShardedSession session = sessions.open()) {
            List<Clerk> all = session.execute(select(clerk)).all();
            assertThat(session.execute(update(clerk).set(clerkName, clerkName.concat("!")))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(all).extracting(each -> each.name).containsExactly("eve!", "will!");
            assertThat(session.execute(delete(clerk).where(clerkName.eq("eve!")), OnShards.of("east"))
                            .rowCount())
                    .isEqualTo(1);
            assertThatThrownBy(() -> session.execute(insert(clerk).values(clerkName, "new")))
                    .hasMessageStartingWith("an INSERT is for one shard");
            session.execute(insert(clerk).values(clerkName, "new"), OnShards.of("west"));
            session.commit();
        }
        assertThat(names(east)).isEmpty();
        assertThat(names(west)).containsExactly("will!", "new");
    }

    @Test
    void aFailureInOneUndoesAll() {
        saved(clerk("will"));
        assertThatThrownBy(() -> saved(clerk("eve"), clerk("will"))).isInstanceOf(IntegrityException.class);
        assertThat(names(east)).isEmpty();
        try (ShardedSession session = sessions.open()) {
            Clerk eve = clerk("eve");
            Clerk will = session.execute(select(clerk)).one();
            session.add(eve);
            will.name = "walter";
            session.flush();
            session.rollback();
            assertThat(eve.id).isNull();
            assertThat(will.name).isEqualTo("will");
        }
    }

    @Test
    void whenOneRefusesToCommitTheErrorSaysWhatIsKept() throws SQLException {
        try (ShardedSession session = sessions.open()) {
            session.addAll(clerk("eve"), clerk("will"));
            session.flush();
            session.shard("west").connection().unwrap().close();
            assertThatThrownBy(session::commit).isInstanceOfSatisfying(PartialCommitException.class, e -> {
                assertThat(e.committed()).containsExactly(east.engine());
                assertThat(e.undone()).containsExactly(west.engine());
            });
            session.rollback();
            assertThatThrownBy(() -> session.execute(select(clerk)))
                    .hasMessageStartingWith("a transaction of this session was kept in part");
        }
        assertThat(names(east)).containsExactly("eve");
        assertThat(names(west)).isEmpty();
    }

    @Test
    void aShardThatIsNotNeededIsNotConnectedTo() {
        saved(clerk("eve"));
        west.statements().clear();
        try (ShardedSession session = sessions.open()) {
            Clerk eve = session.shard("east").execute(select(clerk)).one();
            eve.name = "eva";
            session.commit();
        }
        assertThat(west.statements().sql()).isEmpty();
    }
}
