package dev.azoth.orm.keys;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.keys.Natural.City;
import dev.azoth.orm.keys.Natural.Club;
import dev.azoth.orm.keys.Natural.Country;
import dev.azoth.orm.keys.Natural.Document;
import dev.azoth.orm.keys.Natural.Letter;
import dev.azoth.orm.keys.Natural.Place;
import dev.azoth.orm.keys.Natural.Receipt;
import dev.azoth.orm.keys.Natural.Seat;
import dev.azoth.orm.keys.Natural.Shelf;
import dev.azoth.orm.keys.Natural.Shop;
import dev.azoth.orm.keys.Natural.Sign;
import dev.azoth.orm.keys.Natural.Ticket;
import dev.azoth.orm.keys.Natural.TicketKey;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Answers the complaint that a key which means something cannot be corrected: the flush changes it in the row and in what refers to the row, and the session
 * finds the object by it.
 */
@EveryDatabase
class NaturalKeyTest {
    private static final AtomicInteger CODES = new AtomicInteger();

    private final Database database;
    private final SessionFactory sessions;

    NaturalKeyTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine()
                .createAll(Entities.metadata(
                        Country.class, Shop.class, Shelf.class, Sign.class, Receipt.class, Letter.class));
    }

    private static String code() {
        return "c" + CODES.incrementAndGet() + " 'é🐝";
    }

    private void saved(Object... objects) {
        sessions.begin(session -> List.of(objects).forEach(session::add));
    }

    private Country country(String code) {
        Country country = new Country(code);
        City city = new City();
        country.cities.add(city);
        city.country = Lazy.of(country);
        country.languages.add("ci 'od");
        country.clubs.add(new Club("club of " + code.substring(0, 4)));
        saved(country);
        return country;
    }

    @Test
    void theFlushChangesTheKeyOfTheRow() {
        String old = code();
        String other = code();
        saved(new Club(old));
        try (Session session = sessions.open()) {
            Club club = session.get(Club.class, old).orElseThrow();
            club.name = other;
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly("UPDATE Club#" + old + " → Club#" + other + " (name)");
            assertThat(database.statements().during(session::flush))
                    .filteredOn(each -> !isWithoutForeignKeys() || !each.contains("_clubs"))
                    .containsExactly("UPDATE natural_club SET name = ? WHERE natural_club.name = ?");
            assertThat(session.get(Club.class, other)).containsSame(club);
            assertThat(session.get(Club.class, old)).isEmpty();
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.commit();
        }
        sessions.begin(session -> assertThat(session.get(Club.class, other)).isPresent());
    }

    @Test
    void whatRefersToItFollows() {
        Country saved = country(code());
        String other = code();
        try (Session session = sessions.open()) {
            City city = session.get(City.class, saved.cities.get(0).id).orElseThrow();
            Country country = session.get(Country.class, saved.code).orElseThrow();
            country.code = other;
            country.name = "renamed";
            session.flush();
            assertThat(city.countryCode).isEqualTo(other);
            assertThat(database.statements()
                            .during(() -> assertThat(city.country.get()).isSameAs(country)))
                    .isEmpty();
            assertThat(database.statements().during(session::flush)).isEmpty();
            assertThat(country.cities).containsExactly(city);
            session.commit();
        }
        try (Session session = sessions.open()) {
            Country country = session.get(Country.class, other).orElseThrow();
            assertThat(country.name).isEqualTo("renamed");
            assertThat(country.cities).hasSize(1);
            assertThat(country.languages).containsExactly("ci 'od");
            assertThat(country.clubs)
                    .singleElement()
                    .satisfies(club -> assertThat(club.countries).containsExactly(country));
        }
    }

    /** In this module, so that the session has rows follow. */
    private boolean isWithoutForeignKeys() {
        return database.name().equals("duckdb");
    }

    @Test
    void theDatabaseHasThemFollowWhereTheForeignKeySaysSo() {
        Country saved = country(code());
        try (Session session = sessions.open()) {
            session.get(Country.class, saved.code).orElseThrow().code = code();
            assertThat(database.statements().during(session::flush))
                    .hasSize(isWithoutForeignKeys() ? 4 : 1)
                    .contains("UPDATE natural_country SET code = ? WHERE natural_country.code = ?");
        }
    }

    @Test
    void rollbackBringsTheKeyBack() {
        Country saved = country(code());
        String other = code();
        try (Session session = sessions.open()) {
            City city = session.get(City.class, saved.cities.get(0).id).orElseThrow();
            Country country = session.get(Country.class, saved.code).orElseThrow();
            country.code = other;
            session.flush();
            session.rollback();
            assertThat(country.code).isEqualTo(saved.code);
            assertThat(city.countryCode).isEqualTo(saved.code);
            assertThat(session.get(Country.class, saved.code)).containsSame(country);
            assertThat(session.get(Country.class, other)).isEmpty();
            assertThat(city.country.get()).isSameAs(country);
            country.name = "still there";
            session.commit();
        }
        sessions.begin(session -> assertThat(session.get(Country.class, saved.code))
                .get()
                .extracting(each -> each.name)
                .isEqualTo("still there"));
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointBringsTheKeyBackThatItBeganWith() {
        String first = code();
        String second = code();
        String third = code();
        saved(new Club(first));
        try (Session session = sessions.open()) {
            Club club = session.get(Club.class, first).orElseThrow();
            club.name = second;
            try (SessionSavepoint savepoint = session.beginNested()) {
                club.name = third;
                session.flush();
                assertThat(session.get(Club.class, third)).containsSame(club);
                savepoint.rollback();
            }
            assertThat(club.name).isEqualTo(second);
            assertThat(session.get(Club.class, second)).containsSame(club);
            assertThat(session.get(Club.class, third)).isEmpty();
            session.commit();
        }
        sessions.begin(session -> assertThat(session.get(Club.class, second)).isPresent());
    }

    @Test
    void withoutADeclarationTheFlushChangesWhatRefersToIt() {
        String old = code();
        String other = code();
        Shop shop = new Shop(old);
        Shop daughter = new Shop(code());
        daughter.mother = shop;
        Shelf shelf = new Shelf();
        shelf.shop = Lazy.of(shop);
        shop.brands.add("bee");
        shop.brands.add("bee");
        Club club = new Club(code());
        shop.clubs.add(club);
        shop.mother = shop;
        saved(club, shop, daughter, shelf);
        try (Session session = sessions.open()) {
            Shop own = session.get(Shop.class, old).orElseThrow();
            own.code = other;
            session.commit();
            assertThat(own.version).isEqualTo(shop.version + 1);
            assertThat(own.changed).isNotEqualTo(shop.changed);
        }
        sessions.begin(session -> {
            Shop own = session.get(Shop.class, other).orElseThrow();
            assertThat(own.shelves)
                    .singleElement()
                    .satisfies(each -> assertThat(each.id).isEqualTo(shelf.id));
            assertThat(own.brands).containsExactly("bee", "bee");
            assertThat(own.clubs).extracting(each -> each.name).containsExactly(club.name);
            assertThat(own.mother).isSameAs(own);
            assertThat(session.get(Shop.class, daughter.code).orElseThrow().mother)
                    .isSameAs(own);
            assertThat(session.get(Shop.class, old)).isEmpty();
        });
    }

    @Test
    void whatMayNotBeNullIsRefusedByNameWithTheWayOut() {
        String old = code();
        String other = code();
        Shop shop = new Shop(old);
        Sign sign = new Sign();
        sign.shop = shop;
        saved(shop, sign);
        try (Session session = sessions.open()) {
            Shop own = session.get(Shop.class, old).orElseThrow();
            own.code = other;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "the key of Shop#" + old + " cannot become Shop#" + other
                                    + ": rows of natural_sign refer to it by fk_natural_sign_shop_code, which may not be null.\n"
                                    + "  to have the database change them  @OnUpdateCascade on Shop, and that foreign key ON UPDATE CASCADE in the"
                                    + " database\n"
                                    + "  to keep the key as it is          session.rollback(), which gives the object its key back");
            session.rollback();
            assertThat(own.code).isEqualTo(old);
            assertThat(session.get(Shop.class, old)).containsSame(own);
        }
    }

    @Test
    void aKeyOfSeveralValuesChangesWithThoseThatHaveItInTheirs() {
        String hall = code();
        Place place = new Place(hall, 1);
        Ticket ticket = new Ticket(place, 5);
        Receipt receipt = new Receipt();
        receipt.ticket = ticket;
        receipt.paid = 7;
        saved(place, ticket, receipt);
        try (Session session = sessions.open()) {
            Receipt own = session.get(Receipt.class, hall, 1, 5).orElseThrow();
            Place its = session.get(Place.class, new Seat(hall, 1)).orElseThrow();
            its.seat = new Seat(hall, 2);
            own.paid = 8;
            session.flush();
            assertThat(own.key).isEqualTo(new TicketKey(hall, 2, 5));
            assertThat(session.get(Receipt.class, hall, 2, 5)).containsSame(own);
            Ticket between = session.get(Ticket.class, hall, 2, 5).orElseThrow();
            between.day = 6;
            session.flush();
            assertThat(session.get(Receipt.class, hall, 2, 6)).containsSame(own);
            assertThat(own.key).isEqualTo(new TicketKey(hall, 2, 6));
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.commit();
        }
        sessions.begin(session -> {
            Receipt own = session.get(Receipt.class, hall, 2, 6).orElseThrow();
            assertThat(own.paid).isEqualTo(8);
            assertThat(own.ticket)
                    .isSameAs(session.get(Ticket.class, hall, 2, 6).orElseThrow());
            assertThat(session.get(Place.class, new Seat(hall, 2)).orElseThrow().tickets)
                    .containsExactly(own.ticket);
        });
    }

    @Test
    void whatFollowsIsDeletedByTheKeyThatItHasThen() {
        String hall = code();
        Place place = new Place(hall, 1);
        Ticket ticket = new Ticket(place, 5);
        Receipt receipt = new Receipt();
        receipt.ticket = ticket;
        saved(place, ticket, receipt);
        sessions.begin(session -> {
            Receipt own = session.get(Receipt.class, hall, 1, 5).orElseThrow();
            session.get(Place.class, new Seat(hall, 1)).orElseThrow().seat = new Seat(hall, 2);
            session.delete(own);
        });
        sessions.begin(session -> {
            assertThat(session.get(Receipt.class, hall, 2, 5)).isEmpty();
            assertThat(session.get(Ticket.class, hall, 2, 5)).isPresent();
        });
    }

    @Test
    void aRowInSeveralTablesHasTheKeyInEach() {
        String old = code();
        String other = code();
        Letter letter = new Letter(old);
        letter.receiver = "old";
        saved(letter);
        sessions.begin(session -> {
            Document own = session.get(Document.class, old).orElseThrow();
            own.code = other;
            own.title = "moved";
            ((Letter) own).receiver = "new";
        });
        sessions.begin(session -> {
            Letter own = session.get(Letter.class, other).orElseThrow();
            assertThat(own.receiver).isEqualTo("new");
            assertThat(own.title).isEqualTo("moved");
            assertThat(session.get(Document.class, old)).isEmpty();
        });
    }

    @Test
    void keysAreHandedOnButNotSwapped() {
        String a = code();
        String b = code();
        String c = code();
        saved(new Club(a), new Club(b));
        try (Session session = sessions.open()) {
            Club first = session.get(Club.class, a).orElseThrow();
            Club second = session.get(Club.class, b).orElseThrow();
            first.name = b;
            second.name = a;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "these rows cannot get each other's keys, since no order of statements allows it: ")
                    .hasMessageContaining("Club#" + a + " → Club#" + b)
                    .hasMessageEndingWith(
                            ". Give one of them a key that no row has, flush, and give it the other's then");
            second.name = c;
            session.flush();
            assertThat(session.get(Club.class, b)).containsSame(first);
            assertThat(session.get(Club.class, c)).containsSame(second);
            session.rollback();
            assertThat(session.get(Club.class, a)).containsSame(first);
            assertThat(session.get(Club.class, b)).containsSame(second);
        }
    }

    @Test
    void aKeyThatAnotherRowHasIsRefusedByTheDatabase() {
        String a = code();
        String b = code();
        saved(new Club(a), new Club(b));
        try (Session session = sessions.open()) {
            Club club = session.get(Club.class, a).orElseThrow();
            club.name = b;
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            session.rollback();
            assertThat(club.name).isEqualTo(a);
            assertThat(session.get(Club.class, a)).containsSame(club);
            assertThat(session.get(Club.class, b)).isPresent();
        }
    }

    @Test
    void aKeyThatWasGivenUpIsFree() {
        String a = code();
        String b = code();
        saved(new Club(a), new Club(b));
        try (Session session = sessions.open()) {
            Club club = session.get(Club.class, a).orElseThrow();
            session.delete(session.get(Club.class, b).orElseThrow());
            club.name = b;
            Club added = new Club(a);
            session.add(added);
            session.flush();
            assertThat(session.get(Club.class, a)).containsSame(added);
            assertThat(session.get(Club.class, b)).containsSame(club);
            session.rollback();
            assertThat(session.state(added)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.get(Club.class, a)).containsSame(club);
        }
    }

    @Test
    void newRowsReferToTheOtherKey() {
        Country saved = country(code());
        String other = code();
        sessions.begin(session -> {
            Country country = session.get(Country.class, saved.code).orElseThrow();
            country.code = other;
            City city = new City();
            city.country = Lazy.of(country);
            session.add(city);
            country.languages.add("new");
            country.clubs.clear();
        });
        sessions.begin(session -> {
            Country country = session.get(Country.class, other).orElseThrow();
            assertThat(country.cities).hasSize(2);
            assertThat(country.languages).containsExactlyInAnyOrder("ci 'od", "new");
            assertThat(country.clubs).isEmpty();
        });
    }

    @Test
    void whatIsNotLoadedYetIsLoadedByTheKeyOfTheRow() {
        Country saved = country(code());
        try (Session session = sessions.open()) {
            Country country = session.get(Country.class, saved.code).orElseThrow();
            country.code = code();
            session.noAutoflush(() -> {
                assertThat(country.cities).hasSize(1);
                assertThat(country.languages).hasSize(1);
                return true;
            });
            session.refresh(country);
            assertThat(country.code).isEqualTo(saved.code);
        }
    }

    @Test
    void aKeyIsNeverNullAndAGeneratedOneStays() {
        Country saved = country(code());
        try (Session session = sessions.open()) {
            City city = session.get(City.class, saved.cities.get(0).id).orElseThrow();
            city.id = -1L;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("was changed (id): what is generated");
        }
        try (Session session = sessions.open()) {
            Club club =
                    session.get(Club.class, saved.clubs.iterator().next().name).orElseThrow();
            club.name = null;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("was changed to null: a row has a key");
        }
    }

    @Test
    void twoSessionsDoNotBothChangeIt() {
        String old = code();
        saved(new Shop(old));
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            Shop first = one.get(Shop.class, old).orElseThrow();
            Shop second = other.get(Shop.class, old).orElseThrow();
            other.rollback(); // SQLite has one writer
            first.code = code();
            one.commit();
            second.code = code();
            assertThatThrownBy(other::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Test
    void queriesFindWhatFollowed() {
        Country saved = country(code());
        String other = code();
        var city = Entities.path(City.class);
        try (Session session = sessions.open()) {
            session.get(Country.class, saved.code).orElseThrow().code = other;
            assertThat(session.execute(select(city)
                                    .where(city.column("countryCode", String.class)
                                            .eq(other)))
                            .all())
                    .hasSize(1);
        }
    }
}
