package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Badge;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many new rows whose keys are known go to PostgreSQL by COPY, without being asked to. */
@OnDatabase("postgresql")
class CopyTest {
    private final Database database;
    private final SessionFactory sessions;

    CopyTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private List<String> sentFor(int count, Supplier<Object> make) {
        try (Session session = sessions.open()) {
            Stream.generate(make).limit(count).forEach(session::add);
            List<String> sent = database.statements().during(session::flush);
            session.commit();
            return sent;
        }
    }

    @Test
    void manyRowsWithKeysGoByCopy() {
        assertThat(sentFor(1_000, () -> new Document("copied 😀")))
                .singleElement()
                .asString()
                .startsWith("COPY document (");
        try (Session session = sessions.open()) {
            Document one = new Document("found again");
            session.add(one);
            Stream.generate(() -> new Document("others")).limit(1_000).forEach(session::add);
            session.commit();
            session.refresh(one);
            assertThat(one.title).isEqualTo("found again");
            one.title = "changed";
            session.commit();
        }
    }

    @Test
    void fewRowsAndRowsThatTheDatabaseNumbersDoNot() {
        assertThat(sentFor(999, () -> new Document("few")))
                .singleElement()
                .asString()
                .startsWith("INSERT INTO document");
        assertThat(sentFor(1_000, () -> new Part("numbered")))
                .allSatisfy(each -> assertThat(each).startsWith("INSERT INTO part"));
    }

    @Test
    void aRowThatIsRefusedIsNamed() {
        try (Session session = sessions.open()) {
            session.add(new Badge("twice"));
            session.commit();
        }
        try (Session session = sessions.open()) {
            List<Badge> badges = IntStream.range(0, 1_500)
                    .mapToObj(i -> new Badge(i == 1_234 ? "twice" : "badge " + i))
                    .toList();
            session.addAll(badges);
            assertThatThrownBy(session::flush)
                    .isInstanceOfSatisfying(
                            IntegrityException.class, e -> assertThat(e.row()).hasValue(1_234));
            session.rollback();
            assertThat(session.state(badges.get(0))).isEqualTo(EntityState.TRANSIENT);
        }
    }
}
