package dev.azoth.manual;

import static dev.azoth.manual.Address_.address;
import static dev.azoth.manual.Guest_.guest;
import static dev.azoth.manual.TeamSize_.teamSize;
import static dev.azoth.manual.Truck_.truck;
import static dev.azoth.manual.User_.user;
import static dev.azoth.manual.Vehicle_.vehicle;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinPolymorphic;
import static dev.azoth.orm.Loading.withExpression;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.schema.Index;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import jakarta.persistence.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EntitiesTest extends MemberTest {
    @Test
    void entitiesBringTheirTables(Database database) {
        Engine engine = database.engine();
        // tag::entities-create
        MetaData metadata = Entities.metadata(User.class); // and Address, Team, Interest, and the table of pairs
        metadata.createAll(engine);
        // end::entities-create
        assertThat(metadata.tables()).hasSize(5);
    }

    @Test
    void aStrategyNamesTablesAndWhatBelongsToThem() {
        Table ledger = Entities.metadata(Ledger.class).table("t_ledger").orElseThrow();
        assertThat(ledger.columns()).extracting(each -> each.name()).containsExactly("id", "page_number");
        assertThat(ledger.indexes()).extracting(Index::name).containsExactly("i_t_ledger_page_number");
    }

    @Test
    void entitiesAreInStatements(Database database) {
        try (Session session = sessions.open()) {
            // tag::entities-query
            Select<User> query = select(user).where(user.name.like("s%")).orderBy(user.name);

            Select<Row> addresses = select(user.name, count(address.id))
                    .from(user)
                    .join(address, user.addresses.on(address))
                    .groupBy(user.id, user.name);

            Select<User> atWork =
                    select(user).where(user.addresses.any(address, address.email.endsWith("work.example")));
            // end::entities-query
            assertThat(session.execute(query).one().name).isEqualTo("sandy");
            assertThat(session.execute(addresses).all()).hasSize(2);
            assertThat(session.execute(atWork).one().name).isEqualTo("sandy");
        }
    }

    @Test
    void entitiesExtendEntities(Database database) {
        Entities.metadata(Vehicle.class).createAll(database.engine());
        try (Session session = sessions.open()) {
            Truck loaded = new Truck();
            loaded.load = 12;
            session.addAll(loaded, new Bicycle());
            // tag::vehicle-query
            List<Vehicle> all = session.execute(select(vehicle)).all(); // a Truck and a Bicycle

            Select<Truck> heavy = select(truck).where(truck.load.gt(10), truck.owner.eq(""));
            // end::vehicle-query
            assertThat(all).hasSize(2);
            assertThat(session.execute(heavy).one()).isSameAs(loaded);
            // tag::vehicle-polymorphic
            List<Vehicle> some = session.execute(select(vehicle).options(selectinPolymorphic(vehicle)))
                    .all();
            // end::vehicle-polymorphic
            assertThat(some).hasSize(2);
        }
    }

    @Test
    void membersAreComputedByTheDatabase(Database database) {
        Entities.metadata(Guest.class).createAll(database.engine());
        try (Session session = sessions.open()) {
            Guest made = new Guest();
            made.first = "ann";
            made.last = "lee";
            session.add(made);
            session.flush();
            session.expunge(made);
            // tag::guest-query
            List<Guest> found = session.execute(select(guest)
                            .where(guest.fullName().like("ann%"))
                            .options(withExpression(guest.rank, guest.number.plus(1)))
                            .orderBy(guest.fullName()))
                    .all();
            // end::guest-query
            // tag::guest-hybrid
            Boolean known = Guest.NAMED.of(found.get(0)); // computed in Java
            List<Guest> named = session.execute(
                            select(guest).where(Guest.NAMED.on(guest)).orderBy(guest.number)) // and in SQL
                    .all();
            // end::guest-hybrid
            assertThat(known).isTrue();
            assertThat(named).containsExactly(found.get(0));
            assertThat(found.get(0).fullName).isEqualTo("ann lee");
            assertThat(found.get(0).rank).isEqualTo(1);
        }
    }

    @Test
    void recordsAreEntities(Database database) {
        Entities.metadata(Badge.class).createAll(database.engine());
        try (Session session = sessions.open()) {
            // tag::badge-insert
            Badge stored = session.insert(new Badge(null, "first dive", "bronze"));
            // end::badge-insert
            assertThat(session.get(Badge.class, stored.id())).contains(stored);
        }
    }

    @Test
    void rowsOfAQueryAreEntities(Database database) {
        try (Session session = sessions.open()) {
            // tag::team-size-query
            List<TeamSize> large = session.execute(select(teamSize)
                            .where(teamSize.members.gt(0L), teamSize.team.isNotNull())
                            .options(joinedload(teamSize.team)))
                    .all();
            // end::team-size-query
            assertThat(large).singleElement().satisfies(each -> {
                assertThat(each.members).isEqualTo(1);
                assertThat(each.team.orElseThrow().name).isEqualTo("kitchen");
            });
        }
    }

    @Test
    void classesAreMappedFromOutside(Database database) {
        // tag::parcel-map
        Entities.map(
                Parcel.class,
                mapping -> mapping.table("parcel")
                        .id("code")
                        .member("code", Column.class, column -> column.with(Column::length, 12))
                        .member(
                                "recipient",
                                Column.class,
                                column -> column.with(Column::name, "sent_to").with(Column::nullable, false)));
        EntityPath<Parcel> parcel = Entities.path(Parcel.class);
        // end::parcel-map
        Entities.metadata(Parcel.class).createAll(database.engine());
        try (Session session = sessions.open()) {
            session.add(new Parcel("A1", "squidward"));
            assertThat(session.execute(select(parcel.column("recipient", String.class))
                                    .from(parcel)
                                    .where(parcel.column("code", String.class).eq("A1")))
                            .one())
                    .isEqualTo("squidward");
        }
    }

    @Test
    void entitiesNeedNoProcessor(Database database) {
        try (Session session = sessions.open()) {
            // tag::entities-path
            EntityPath<User> users = Entities.path(User.class);
            ColumnReference<String> name = users.column("name", String.class);

            Select<User> query = select(users).where(name.eq("sandy"));
            // end::entities-path
            assertThat(session.execute(query).all()).hasSize(1);
        }
    }
}
