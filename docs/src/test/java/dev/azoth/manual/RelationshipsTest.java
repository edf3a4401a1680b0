package dev.azoth.manual;

import static dev.azoth.manual.Interest_.interest;
import static dev.azoth.manual.Recipe_.recipe;
import static dev.azoth.manual.Shipment_.shipment;
import static dev.azoth.manual.User_.user;
import static dev.azoth.manual.Visit_.visit;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.AssociatedValues;
import dev.azoth.orm.AssociationProxy;
import dev.azoth.orm.Element;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RelationshipsTest {
    // tag::interests-proxy
    static final AssociationProxy<User, Set<String>, AssociatedValues<String>> INTERESTS =
            AssociationProxy.set(user.interests, interest.name, Interest::new);
    // end::interests-proxy

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Cookbook.class, User.class, Shipment.class, Reader.class));
    }

    @Test
    void valuesAreInTablesOfTheirOwn(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), Recipe.class);
        try (Session session = sessions.open()) {
            // tag::recipe-values
            Recipe soup = new Recipe();
            soup.title = "Soup";
            soup.tags.add("quick");
            soup.steps.add(new Recipe.Step("Boil water", 5));
            session.add(soup);
            session.flush();

            soup.steps.add(0, new Recipe.Step("Fetch water", 1)); // one UPDATE of a row and one INSERT
            // end::recipe-values
            session.commit();
            // tag::recipe-query
            Select<Recipe> quick =
                    select(recipe).where(recipe.tags.contains("quick")).options(selectinload(recipe.steps));

            Element<Recipe.Step> step = recipe.steps.as("step");
            Select<Recipe> slow = select(recipe)
                    .where(recipe.steps.any(
                            step, step.column("minutes", Integer.class).gt(4)));

            Element<String> tag = recipe.tags.as("tag");
            Select<Row> popular = select(tag.value(), count(recipe.id))
                    .from(recipe)
                    .join(tag, recipe.tags.on(tag))
                    .groupBy(tag.value());
            // end::recipe-query
            List<Recipe> found = session.execute(quick).all();
            assertThat(found).containsExactly(soup);
            assertThat(session.execute(slow).all()).containsExactly(soup);
            assertThat(session.execute(popular).all()).hasSize(1);
        }
    }

    @Test
    void collectionsAreChangedWithoutBeingLoaded(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), User.class);
        User saved = new User("sandy").withAddress("sandy@example.org");
        sessions.begin(session -> session.add(saved));
        try (Session session = sessions.open()) {
            // tag::unloaded
            User sandy = session.get(User.class, saved.id).orElseThrow();
            sandy.addresses.add(new Address(sandy, "sandy@example.com")); // reads nothing
            session.flush(); // one INSERT

            System.out.println(sandy.addresses.size()); // 2, and now it is loaded
            // end::unloaded
            assertThat(sandy.addresses).hasSize(2);
            session.commit();
        }
    }

    @Test
    void whatStandsBehindObjectsIsACollectionOfItsOwn(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), User.class);
        User saved = new User("patrick");
        sessions.begin(session -> session.add(saved));
        try (Session session = sessions.open()) {
            // tag::interests
            User patrick = session.get(User.class, saved.id).orElseThrow();
            INTERESTS.of(patrick).add("jellyfish"); // makes an Interest and adds it to patrick.interests

            List<User> others = session.execute(
                            select(user).where(INTERESTS.on(user).contains("jellyfish")))
                    .all();
            // end::interests
            assertThat(others).containsExactly(patrick);
            assertThat(INTERESTS.of(patrick)).containsExactly("jellyfish");
            session.commit();
        }
    }

    @Test
    void conditionsConnectRows(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), Shipment.class);
        try (Session session = sessions.open()) {
            Shipment saved = new Shipment();
            saved.weight = new BigDecimal("2.5");
            session.addAll(saved, new Tariff(1, "0", "1"), new Tariff(2, "1", "5"));
            session.flush();
            session.refresh(saved);
            // tag::shipment-query
            List<Shipment> shipments = session.execute(
                            select(shipment).options(joinedload(shipment.tariff), selectinload(shipment.others)))
                    .all();
            // end::shipment-query
            assertThat(shipments.get(0).tariff.orElseThrow().number).isEqualTo(2);
        }
    }

    @Test
    void largeCollectionsAreNeverLoaded(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), Reader.class);
        Reader saved = new Reader();
        saved.visits.add(new Visit(1));
        sessions.begin(session -> session.add(saved));
        try (Session session = sessions.open()) {
            // tag::write-only
            Reader reader = session.get(Reader.class, saved.id).orElseThrow();
            reader.visits.add(new Visit(3));
            List<Visit> longest = session.execute(
                            reader.visits.select().orderBy(visit.pages.desc()).limit(10))
                    .all();
            session.execute(reader.visits.delete().where(visit.pages.lt(2)));
            // end::write-only
            session.commit();
            // tag::write-only-insert
            List<Visit> imported = session.execute(
                            reader.visits.insert().returning(visit), List.of(Map.of("pages", 12), Map.of("pages", 40)))
                    .all();
            // end::write-only-insert
            assertThat(imported).hasSize(2);
            session.execute(reader.visits.delete().where(visit.pages.gt(11)));
            assertThat(longest).hasSize(2);
            assertThat(session.execute(reader.visits.select()).all()).hasSize(1);
            session.commit();
        }
    }

    @Test
    void mapsFindByKeys(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine(), Cookbook.class);
        try (Session session = sessions.open()) {
            Recipe soup = new Recipe();
            soup.title = "Soup";
            // tag::cookbook-map
            Cookbook book = new Cookbook();
            book.recipes.put("Soup", soup);
            book.menu.add(soup);
            book.prices.put(Cookbook.Medium.PAPER, 20);
            session.add(book);
            session.flush();

            soup.title = "Stew";
            session.flush();
            System.out.println(book.recipes.keySet()); // [Stew]
            // end::cookbook-map
            assertThat(book.recipes).containsOnlyKeys("Stew");
        }
    }
}
