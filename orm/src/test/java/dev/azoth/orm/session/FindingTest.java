package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener that has the objects of rows gives them to sessions, which then read nothing. */
@EveryDatabase
class FindingTest {
    private static final EntityPath<Leaf> LEAF = Entities.path(Leaf.class);

    private final Database database;
    private final List<String> asked = new ArrayList<>();
    private @Nullable Object given;
    private final SessionFactory sessions;

    FindingTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(
                database.engine(),
                options -> options.listener(new SessionListener() {
                    @Override
                    @SuppressWarnings("unchecked") // what a listener gives that does not know better
                    public <E> Optional<E> finding(Session session, Class<E> entity, List<Object> key) {
                        asked.add(entity.getSimpleName() + key);
                        return Optional.ofNullable((E) given);
                    }
                }));
    }

    @Entity
    @Table(name = "finding_tree")
    static class Tree {
        @Id
        int id;

        @Version
        int version;

        String name = "";

        @OneToMany(mappedBy = "tree")
        @OrderBy("id")
        List<Leaf> leaves = new ArrayList<>();

        Tree() {}

        Tree(int id, int version, String name) {
            this.id = id;
            this.version = version;
            this.name = name;
        }
    }

    @Entity
    @Table(name = "finding_leaf")
    static class Leaf {
        @Id
        int id;

        @ManyToOne
        Lazy<Tree> tree = Lazy.empty();

        Leaf() {}

        Leaf(int id, Tree tree) {
            this.id = id;
            this.tree = Lazy.of(tree);
        }
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Tree.class, Leaf.class));
        SessionFactory.create(database.engine()).begin(session -> {
            Tree oak = new Tree(1, 0, "oak");
            session.addAll(oak, new Leaf(10, oak), new Leaf(11, oak));
        });
    }

    @BeforeEach
    void forget() {
        asked.clear();
        given = null;
    }

    private static Tree known(String name) {
        return new Tree(1, 0, name);
    }

    private List<String> sent(Runnable work) {
        return database.statements().during(work);
    }

    @Test
    void anObjectOfAKeyIsTakenForItsRow() {
        Tree elsewhere = known("oak of the cache");
        given = elsewhere;
        try (Session session = sessions.open()) {
            Tree[] got = new Tree[1];
            assertThat(sent(() -> got[0] = session.getOne(Tree.class, 1))).isEmpty();
            assertThat(got[0]).isNotSameAs(elsewhere).isSameAs(session.getOne(Tree.class, 1));
            assertThat(got[0].name).isEqualTo("oak of the cache");
            assertThat(asked).containsExactly("Tree[1]");
            assertThat(session.isModified(got[0])).isFalse();
            assertThat(sent(session::flush)).isEmpty();
            session.refresh(got[0]);
            assertThat(got[0].name).isEqualTo("oak");
        }
    }

    @Test
    void aRelationshipIsFoundTheSameWay() {
        given = known("found");
        try (Session session = sessions.open()) {
            List<Leaf> leaves = session.execute(select(LEAF).orderBy(LEAF.column("id", Integer.class)))
                    .all();
            assertThat(asked).isEmpty();
            assertThat(sent(() -> assertThat(leaves.get(0).tree.orElseThrow())
                            .isSameAs(leaves.get(1).tree.orElseThrow())))
                    .isEmpty();
            assertThat(asked).containsExactly("Tree[1]");
            assertThat(leaves.get(0).tree.orElseThrow().name).isEqualTo("found");
        }
    }

    @Test
    void nothingThatIsGivenIsRead() {
        try (Session session = sessions.open()) {
            assertThat(session.get(Tree.class, 7)).isEmpty();
            assertThat(session.getOne(Tree.class, 1).name).isEqualTo("oak");
            assertThat(asked).containsExactly("Tree[7]", "Tree[1]");
        }
    }

    @Test
    void whatWasOldIsFoundOutByItsVersion() {
        given = new Tree(1, -3, "old");
        try (Session session = sessions.open()) {
            session.getOne(Tree.class, 1).name = "changed";
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
            session.rollback();
        }
    }

    @Test
    void anotherKeysObjectIsRefused() {
        try (Session session = sessions.open()) {
            given = new Tree(2, 0, "of another key");
            assertThatThrownBy(() -> session.get(Tree.class, 1))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a listener gave Tree#2 where Tree#1 was to be found: finding(…) gives the object of the key, or nothing");
            given = new Leaf(1, known("of another class"));
            assertThatThrownBy(() -> session.get(Tree.class, 1))
                    .hasMessageStartingWith("a listener gave Leaf#1 where Tree#1 was to be found");
            given = null;
            assertThat(session.get(Tree.class, 1)).isPresent();
        }
    }

    /** A bug: a row had two objects, one that was only read before and one from elsewhere. */
    @Test
    void anObjectThatWasOnlyReadStaysTheOneOfItsRow() {
        given = known("cached");
        EntityPath<Tree> tree = Entities.path(Tree.class);
        try (Session session = sessions.open()) {
            Tree read = session.execute(select(tree).options(readOnly())).one();
            assertThat(session.getOne(Tree.class, 1)).isSameAs(read);
            assertThat(read.name).isEqualTo("oak");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whereAConditionHoldsItIsNotAsked() {
        given = known("cached");
        EntityPath<Tree> tree = Entities.path(Tree.class);
        try (Session session = sessions.open(options ->
                options.criteria(tree, tree.column("name", String.class).ne("x")))) {
            assertThat(session.getOne(Tree.class, 1).name).isEqualTo("oak");
        }
        assertThat(asked).isEmpty();
    }
}
