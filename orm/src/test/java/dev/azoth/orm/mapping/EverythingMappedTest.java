package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.mapping.Shop.Address;
import dev.azoth.orm.mapping.Shop.Label;
import dev.azoth.orm.mapping.Shop.Line;
import dev.azoth.orm.mapping.Shop.Money;
import dev.azoth.orm.mapping.Shop.Order;
import dev.azoth.orm.mapping.Shop.Profile;
import dev.azoth.orm.mapping.Shop.Role;
import dev.azoth.orm.mapping.Shop.Status;
import dev.azoth.orm.mapping.Shop.Team;
import dev.azoth.orm.mapping.Shop.User;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One of everything that can be mapped goes into the database and comes back. */
@EveryDatabase
class EverythingMappedTest {
    private static final MetaData TABLES = Entities.metadata(User.class);

    private final SessionFactory sessions;

    EverythingMappedTest(Database database) {
        sessions = SessionFactory.create(database.engine(), User.class);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
        database.engine().createAll(TABLES);
    }

    private static User user() {
        User user = new User("sandy");
        user.createdAt = Instant.parse("2026-01-02T03:04:05.123456Z");
        user.password = "'; DROP TABLE user; --";
        user.biography = Lazy.of("a long story \uD83D\uDC1F");
        user.home = new Address();
        user.home.street = "Main";
        user.home.fee = new Money(new BigDecimal("1.50"), "EUR");
        return user;
    }

    @Test
    void everythingComesBack() {
        Team team = new Team();
        team.id = UUID.randomUUID();
        team.name = "select";
        Role role = new Role();
        role.name = "admin";
        Label label = new Label("red", "fragile", new Money(new BigDecimal("2"), "USD"));
        User user = user();
        user.team = Lazy.of(team);
        user.roles.add(role);
        Profile profile = new Profile();
        profile.user = user;
        profile.text = "t".repeat(70_000);
        profile.picture = new byte[] {0, -1, 39};
        Order order = Order.empty();
        order.user = user;
        order.status = Status.PAID;
        order.total = new BigDecimal("12.30");
        order.wanted = LocalDateTime.parse("2026-05-06T07:08:09");
        order.notes = Json.of(Map.of("a", "\"quoted\""));
        Line line = new Line();
        line.order = order;
        line.number = 1;
        line.labels.add(label);

        sessions.begin(session -> {
            for (Object each : new Object[] {line, label, order, profile, user, role, team}) {
                session.add(each);
            }
        });
        sessions.begin(session -> check(session, order.id(), profile.id));
    }

    private static void check(Session session, long orderId, UUID profileId) {
        Order order = session.get(Order.class, orderId).orElseThrow();
        assertThat(order.status).isEqualTo(Status.PAID);
        assertThat(order.total).isEqualByComparingTo("12.3");
        assertThat(order.wanted).isEqualTo("2026-05-06T07:08:09");
        assertThat(order.notes).isEqualTo(Json.parse("{\"a\": \"\\\"quoted\\\"\"}"));
        assertThat(order.lines).hasSize(1);
        assertThat(order.lines.get(0).labels)
                .allSatisfy(each -> assertThat(each.color()).isEqualTo("red"))
                .hasSize(1);

        User user = order.user;
        assertThat(order.userId).isEqualTo(user.id);
        assertThat(user.createdAt).isEqualTo("2026-01-02T03:04:05.123456Z");
        assertThat(user.password).isEqualTo("'; DROP TABLE user; --");
        assertThat(user.biography.isLoaded()).isFalse();
        assertThat(user.biography.get()).isEqualTo("a long story \uD83D\uDC1F");
        assertThat(user.home.street).isEqualTo("Main");
        assertThat(user.home.city).isNull();
        assertThat(user.home.fee.amount()).isEqualByComparingTo("1.5");
        assertThat(user.team.get().name).isEqualTo("select");
        assertThat(user.roles).extracting(each -> each.name).containsExactly("admin");
        assertThat(user.orders).containsExactly(order);

        assertThat(user.profile.id).isEqualTo(profileId);
        assertThat(user.profile.text).hasSize(70_000);
        assertThat(user.profile.picture).containsExactly(0, -1, 39);
    }

    @Test
    void embeddedValuesAreUpdatedByColumn() {
        User user = user();
        sessions.begin(session -> session.add(user));
        sessions.begin(session -> {
            User found = session.get(User.class, user.id).orElseThrow();
            found.home.city = "Delft";
            found.home.fee = null;
        });
        sessions.begin(session -> {
            User found = session.get(User.class, user.id).orElseThrow();
            assertThat(found.home.city).isEqualTo("Delft");
            assertThat(found.home.fee).isNull();
            assertThat(found.home.street).isEqualTo("Main");
            assertThat(found.version).isGreaterThan(user.version);
        });
    }
}
