package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.inheritance.Mailroom.client;
import static dev.azoth.orm.inheritance.Mailroom.item;
import static dev.azoth.orm.inheritance.Mailroom.letter;
import static dev.azoth.orm.inheritance.Mailroom.parcel;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Mailroom.Client;
import dev.azoth.orm.inheritance.Mailroom.Firm;
import dev.azoth.orm.inheritance.Mailroom.Item;
import dev.azoth.orm.inheritance.Mailroom.Letter;
import dev.azoth.orm.inheritance.Mailroom.Parcel;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The class of a row follows from its columns. */
@EveryDatabase
class DiscriminatorExpressionTest {
    private static final ColumnReference<Integer> ID = item.column("id", Integer.class);
    private static final ColumnReference<Integer> CLIENT_ID = client.column("id", Integer.class);

    private final Database database;
    private final SessionFactory sessions;

    DiscriminatorExpressionTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Mailroom.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Firm firm = new Firm();
            firm.id = 1;
            firm.tax = "NL 1";
            firm.legalForm = "B.V.";
            Client person = new Client();
            person.id = 2;
            Letter sent = new Letter(1, 20, "🐚");
            sent.sender = firm;
            Parcel other = new Parcel(2, 500, 30);
            other.sender = person;
            session.addAll(firm, person, sent, other);
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(delete(item));
            session.execute(delete(Entities.path(Firm.class)));
            session.execute(delete(client));
        });
    }

    @Test
    void noTableHasAColumnForIt() {
        assertThat(item.table().columns()).extracting(each -> each.name()).doesNotContain("kind", "dtype");
        assertThat(client.table().columns()).extracting(each -> each.name()).containsExactly("id", "tax");
    }

    @Test
    void eachRowIsOfTheClassThatFollows() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Item> all = session.execute(select(item).orderBy(ID)).all();
                assertThat(all).extracting(Object::getClass).containsExactly(Letter.class, Parcel.class);
                assertThat(((Letter) all.get(0)).stamp).isEqualTo("🐚");
                assertThat(all).extracting(each -> each.kind).containsExactly("letter", "parcel");
            });
            assertThat(sent.get(0)).contains("CASE WHEN");
        }
        try (Session session = sessions.open()) {
            List<Client> all =
                    session.execute(select(client).orderBy(CLIENT_ID)).all();
            assertThat(all).extracting(Object::getClass).containsExactly(Firm.class, Client.class);
            assertThat(((Firm) all.get(0)).legalForm).isEqualTo("B.V.");
        }
    }

    @Test
    void aClassBelowIsThoseRows() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(letter)).all())
                    .extracting(each -> each.id)
                    .containsExactly(1);
            assertThat(session.get(Parcel.class, 2)).isPresent();
            assertThat(session.get(Letter.class, 2)).isEmpty();
            assertThat(session.get(Item.class, 2)).get().isInstanceOf(Parcel.class);
            assertThat(session.execute(select(count())
                                    .from(parcel)
                                    .where(parcel.column("width", Integer.class).gt(10)))
                            .one())
                    .isEqualTo(1);
            assertThat(session.execute(select(item)
                                    .where(item.expression("kind", String.class).eq("parcel")))
                            .one()
                            .id)
                    .isEqualTo(2);
        }
    }

    @Test
    void relationshipsLeadToTheClass() {
        for (LoaderOption<?> each : List.of(
                joinedload(item.toOne("sender", Client.class)), selectinload(item.toOne("sender", Client.class)))) {
            try (Session session = sessions.open()) {
                List<Item> all =
                        session.execute(select(item).orderBy(ID).options(each)).all();
                assertThat(all)
                        .extracting(it ->
                                Objects.requireNonNull(it.sender).getClass().getSimpleName())
                        .containsExactly("Firm", "Client");
            }
        }
    }

    @Test
    void statementsChangeRowsOfTheClassOnly() {
        try (Session session = sessions.open()) {
            session.execute(update(letter).set(letter.column("weight", Integer.class), 21));
            assertThat(session.get(Item.class, 1).orElseThrow().weight).isEqualTo(21);
            assertThat(session.get(Item.class, 2).orElseThrow().weight).isEqualTo(500);
            session.execute(insert(parcel), List.of(Map.of("id", 3, "weight", 700, "width", 9), new Parcel(4, 800, 8)));
            assertThat(session.execute(select(count()).from(parcel)).one()).isEqualTo(3);
            session.execute(delete(parcel));
            assertThat(session.execute(select(item)).all()).singleElement().isInstanceOf(Letter.class);
        }
    }

    /** A row that changes so that it is of another class is one when it is read again, by another session. */
    @Test
    void whatARowIsFollowsItsColumns() {
        sessions.begin(session -> session.get(Item.class, 1).orElseThrow().weight = 200);
        try (Session session = sessions.open()) {
            assertThat(session.get(Item.class, 1)).get().isInstanceOf(Parcel.class);
        }
    }
}
