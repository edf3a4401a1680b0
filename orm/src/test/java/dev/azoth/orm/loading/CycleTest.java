package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.loading.Trade.Person;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class CycleTest {
    private final Database database;

    CycleTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void friendsLeadBackToTheFirst() {
        try (HeldObjects session = new HeldObjects(database)) {
            var first = select(Trade.person)
                    .where(Trade.person.column("id", Long.class).eq(1L));

            Person one = session.one(first.options(
                    selectinload(Trade.friends).selectinload(Trade.friends).selectinload(Trade.friends)));

            Sent.during(
                            database,
                            () -> assertThat(one.friends
                                            .get(0)
                                            .friends
                                            .get(0)
                                            .friends
                                            .get(0))
                                    .isSameAs(one))
                    .wasNothing();
        }
        try (HeldObjects session = new HeldObjects(database)) {
            var first = select(Trade.person)
                    .where(Trade.person.column("id", Long.class).eq(1L));

            Sent.during(database, () -> {
                        Person one = session.one(first.options(joinedload(Trade.friends)
                                .joinedload(Trade.friends)
                                .joinedload(Trade.friends)));
                        assertThat(one.friends.get(0).friends.get(0).friends.get(0))
                                .isSameAs(one);
                    })
                    .wasStatements(1);
        }
    }

    @Test
    void parentsAreFollowedToTheRoot() {
        try (HeldObjects session = new HeldObjects(database)) {
            Sent.during(database, () -> {
                        TreeNode leaf = session.get(TreeNode.class, 4L);
                        assertThat(leaf.parent.parent.id).isEqualTo(1);
                        assertThat(leaf.parent.parent.parent).isNull();
                    })
                    .wasStatements(3);
        }
    }

    @Test
    void wholeTreeNeedsOneStatement() {
        try (HeldObjects session = new HeldObjects(database)) {
            Sent.during(
                            database,
                            () -> assertThat(session.all(select(Trade.node))).hasSize(4))
                    .wasStatements(1);
        }
    }
}
