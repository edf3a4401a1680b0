package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.Computed;
import dev.azoth.orm.annotation.FetchedValue;
import dev.azoth.orm.annotation.ServerDefault;
import dev.azoth.orm.annotation.SqlExpression;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that the database gives: objects have them after the flush, by RETURNING or by one query for all rows. */
@EveryDatabase
class ServerValuesTest {
    private static final MetaData TABLES = Entities.metadata(Product.class, Machine.class);

    private final Database database;
    private final SessionFactory sessions;

    ServerValuesTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
        MetaData own = new MetaData();
        Table.of(
                own,
                "filled",
                Column.of("id", Types.BIGINT).primaryKey(),
                Column.of("name", Types.VARCHAR(20)),
                Column.of("code", Types.VARCHAR(20)).serverDefault("by its own ways"));
        own.createAll(database.engine());
    }

    @Entity
    static class Product {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String name = "";

        @ServerDefault("7")
        @jakarta.persistence.Column(nullable = false)
        @Nullable
        Integer stock;

        @ServerDefault("'it''s :open ?'")
        @Nullable
        String state;

        int price;
        int pieces;

        @Computed("price * pieces")
        int total;

        @SqlExpression(value = "length('four')", changes = true)
        @Nullable
        Integer touched;

        Product() {}

        Product(String name, int price, int pieces) {
            this.name = name;
            this.price = price;
            this.pieces = pieces;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Device permits Machine {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        UUID id;

        @ServerDefault("'new'")
        @Nullable
        String state;
    }

    @Entity
    static final class Machine extends Device {
        int power;

        @Computed("power + power")
        @Nullable
        Integer twice;
    }

    /** Its table is somebody else's. */
    @Entity
    static class Filled {
        @Id
        long id;

        String name = "";

        @FetchedValue(changes = true)
        @Nullable
        String code;
    }

    @Test
    void anObjectHasWhatTheDatabaseGaveAfterTheFlush() {
        Product product = new Product("a", 3, 4);
        sessions.begin(session -> {
            session.add(product);
            session.flush();
            assertThat(product.id).isNotNull();
            assertThat(product.stock).isEqualTo(7);
            assertThat(product.state).isEqualTo("it's :open ?");
            assertThat(product.total).isEqualTo(12);
            assertThat(product.touched).isEqualTo(4);
            assertThat(database.statements().during(session::flush)).isEmpty();
        });
        sessions.begin(session -> {
            Product own = session.get(Product.class, product.id).orElseThrow();
            assertThat(own.stock).isEqualTo(7);
            assertThat(own.total).isEqualTo(12);
            assertThat(own.touched).isEqualTo(4);
        });
    }

    /**
     * Complaint: null is written over the column's default, since the library always names all columns; or all columns of all objects have to be written by a statement of
     * its own. What is null is left out, and rows that leave the same out go together.
     */
    @Test
    void whatIsNullHasTheDefaultAndRowsOfTheSameShapeGoTogether() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Product product = new Product("p" + i, i, 2);
            if (i % 2 == 0) {
                product.stock = i;
            }
            products.add(product);
        }
        try (Session session = sessions.open()) {
            session.addAll(products);
            List<String> sent = database.statements().during(session::flush);
            // where there is no RETURNING, each is followed by a query
            assertThat(sent).hasSize(database.name().equals("mysql") ? 4 : 2);
            assertThat(sent.get(0)).contains("INSERT INTO product (name, stock, price, pieces, touched) ");
            assertThat(sent.get(sent.size() / 2)).contains("INSERT INTO product (name, price, pieces, touched) ");
            session.commit();
        }
        for (int i = 0; i < 40; i++) {
            assertThat(products.get(i).stock).isEqualTo(i % 2 == 0 ? i : 7);
            assertThat(products.get(i).total).isEqualTo(2 * i);
        }
    }

    @Test
    void whatAnUpdateChangesIsReadByOneQueryForAllRows() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            products.add(new Product("u" + i, 1, 1));
        }
        sessions.begin(session -> session.addAll(products));
        try (Session session = sessions.open()) {
            List<Product> own = products.stream()
                    .map(each -> session.get(Product.class, each.id).orElseThrow())
                    .toList();
            own.forEach(each -> each.price = 5);
            database.statements().expect(2, session::flush);
            assertThat(own).allMatch(each -> each.total == 5 && each.touched == 4);
            own.get(3).touched = 99;
            session.flush();
            assertThat(own.get(3).touched).isEqualTo(99);
            own.get(3).name = "changed";
            session.commit();
            assertThat(own.get(3).touched).isEqualTo(4);
        }
    }

    @Test
    void anUpdateWritesNull() {
        Product product = new Product("null", 1, 1);
        sessions.begin(session -> session.add(product));
        sessions.begin(session -> session.get(Product.class, product.id).orElseThrow().state = null);
        sessions.begin(
                session -> assertThat(session.get(Product.class, product.id).orElseThrow().state)
                        .isNull());
    }

    @Test
    void aRollbackTakesThemBack() {
        Product product = new Product("rolled back", 2, 3);
        try (Session session = sessions.open()) {
            session.add(product);
            session.flush();
            session.rollback();
            assertThat(product.id).isNull();
            assertThat(product.stock).isNull();
            assertThat(product.total).isZero();
            session.add(product);
            session.commit();
            product.price = 10;
            session.flush();
            assertThat(product.total).isEqualTo(30);
            session.rollback();
            assertThat(product.total).isEqualTo(6);
        }
    }

    @Test
    void whatTheDatabaseComputesIsNotTheProgramsToChange() {
        Product product = new Product("computed", 2, 3);
        product.total = 99;
        sessions.begin(session -> session.add(product));
        assertThat(product.total).isEqualTo(6);
        try (Session session = sessions.open()) {
            session.get(Product.class, product.id).orElseThrow().total = 7;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Product#" + product.id
                            + ".total was changed from 6 to 7, but it is the database that computes it");
        }
    }

    @Test
    void aMergeLeavesWhatTheDatabaseComputesAlone() {
        Product product = new Product("merged", 2, 3);
        sessions.begin(session -> session.add(product));
        Product form = new Product("from a form", 4, 3);
        form.id = product.id;
        form.stock = 1;
        sessions.begin(session -> {
            Product own = session.merge(form);
            session.flush();
            assertThat(own.total).isEqualTo(12);
            assertThat(own.stock).isEqualTo(1);
        });
    }

    @Test
    void eachTableOfAHierarchyGivesItsOwn() {
        Machine machine = new Machine();
        machine.power = 21;
        sessions.begin(session -> session.add(machine));
        assertThat(machine.state).isEqualTo("new");
        assertThat(machine.twice).isEqualTo(42);
        sessions.begin(session -> {
            Machine own = session.get(Machine.class, machine.id).orElseThrow();
            own.power = 5;
            session.flush();
            assertThat(own.twice).isEqualTo(10);
        });
    }

    @Test
    void aColumnThatSomethingElseFillsIsReadToo() {
        Filled filled = new Filled();
        filled.id = 1;
        Filled own = new Filled();
        own.id = 2;
        own.code = "mine";
        sessions.begin(session -> session.addAll(filled, own));
        assertThat(filled.code).isEqualTo("by its own ways");
        assertThat(own.code).isEqualTo("mine");
        sessions.begin(session -> {
            Filled found = session.get(Filled.class, 1L).orElseThrow();
            found.name = "changed";
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).hasSize(2);
            assertThat(sent.get(1)).startsWith("SELECT");
        });
    }

    @Test
    void theDeclarationsArePartOfTheTable() {
        Table table = EntityMapping.of(Product.class).table();
        assertThat(table.column("total").computed()).isPresent();
        assertThat(table.column("stock").serverDefault()).isPresent();
        assertThat(table.column("touched").serverDefault()).isEmpty();
    }
}
