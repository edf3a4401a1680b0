package dev.azoth.orm.loading;

import dev.azoth.engine.Connection;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers with what they buy, four levels deep; trees; and friends in a circle. Their {@code equals} must never be called. */
final class Trade {
    static final EntityPath<Customer> customer = Entities.path(Customer.class);
    static final EntityPath<Purchase> purchase = Entities.path(Purchase.class);
    static final EntityPath<Line> line = Entities.path(Line.class);
    static final EntityPath<City> city = Entities.path(City.class);
    static final EntityPath<TreeNode> node = Entities.path(TreeNode.class);
    static final EntityPath<Person> person = Entities.path(Person.class);
    static final ToMany<Customer, Purchase> purchases = customer.toMany("purchases", Purchase.class);
    static final ToMany<Customer, Club> clubs = customer.toMany("clubs", Club.class);
    static final ToOne<Customer, City> home = customer.toOne("home", City.class);
    static final ToOne<Customer, Badge> badge = customer.toOne("badge", Badge.class);
    static final ToOne<Purchase, Customer> buyer = purchase.toOne("customer", Customer.class);
    static final ToMany<Purchase, Line> lines = purchase.toMany("lines", Line.class);
    static final ToMany<Line, Part> parts = line.toMany("parts", Part.class);
    static final ToMany<TreeNode, TreeNode> children = node.toMany("children", TreeNode.class);
    static final ToMany<Person, Person> friends = person.toMany("friends", Person.class);

    private Trade() {}

    /** An entity whose {@code equals} and {@code hashCode} the library has no business with. */
    abstract static class Untouchable {
        @Override
        public final boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public final int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    @Entity
    static class Country extends Untouchable {
        @Id
        Long id;

        String name;
    }

    @Entity
    static class City extends Untouchable {
        @Id
        Long id;

        String name;

        @ManyToOne
        @Nullable
        Country country;
    }

    @Entity
    static class Club extends Untouchable {
        @Id
        Long id;

        String name;

        @ManyToMany(mappedBy = "clubs")
        @OrderBy("name DESC")
        List<Customer> members = new ArrayList<>();
    }

    @Entity
    static class Customer extends Untouchable {
        @Id
        Long id;

        String name;
        Lazy<String> biography = Lazy.empty();

        @ManyToOne
        @Nullable
        City home;

        @OneToMany(mappedBy = "customer")
        @OrderBy("id")
        List<Purchase> purchases = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "membership")
        Set<Club> clubs = new HashSet<>();

        @OneToOne(mappedBy = "customer")
        Lazy<Badge> badge = Lazy.empty();
    }

    @Entity
    static class Badge extends Untouchable {
        @Id
        Long id;

        @OneToOne
        Customer customer;
    }

    @Entity
    static class Purchase extends Untouchable {
        @Id
        Long id;

        @ManyToOne
        Lazy<Customer> customer = Lazy.empty();

        @OneToMany(mappedBy = "purchase")
        @OrderBy("number")
        List<Line> lines = new ArrayList<>();
    }

    @Entity
    static class Line extends Untouchable {
        @Id
        @ManyToOne
        Purchase purchase;

        @Id
        int number;

        int quantity;

        @OneToMany(mappedBy = "line")
        @OrderBy("id")
        List<Part> parts = new ArrayList<>();
    }

    @Entity
    static class Part extends Untouchable {
        @Id
        Long id;

        @ManyToOne
        Lazy<Line> line = Lazy.empty();
    }

    @Entity
    static class TreeNode extends Untouchable {
        @Id
        Long id;

        @ManyToOne
        @Nullable
        TreeNode parent;

        @OneToMany(mappedBy = "parent")
        @OrderBy("id")
        List<TreeNode> children = new ArrayList<>();
    }

    @Entity
    static class Person extends Untouchable {
        @Id
        Long id;

        @ManyToMany
        @JoinTable(name = "friendship")
        List<Person> friends = new ArrayList<>();
    }

    static void create(Database database) {
        MetaData tables = Entities.metadata(
                Country.class, City.class, Customer.class, Badge.class, Part.class, TreeNode.class, Person.class);
        try (Connection connection = database.engine().connect()) {
            connection.createAll(tables);
            rows(connection, table(Country.class), "1,Italy");
            rows(connection, table(City.class), "1,Rome,1", "2,Oslo,null");
            rows(connection, table(Club.class), "1,Chess", "2,Rowing");
            rows(
                    connection,
                    table(Customer.class),
                    "1,Ada,counts,1",
                    "2,Bob,builds,1",
                    "3,Cyd,null,null",
                    "4,Dan,dances,2");
            rows(connection, pairs(Customer.class, "clubs"), "1,1", "1,2", "2,1");
            rows(connection, table(Badge.class), "7,1");
            rows(connection, table(Purchase.class), "10,1", "11,1", "20,2", "30,3");
            rows(connection, table(Line.class), "10,1,5", "10,2,6", "11,1,7", "20,1,8");
            rows(connection, table(Part.class), "100,10,1", "101,10,1", "102,20,1");
            rows(connection, table(TreeNode.class), "1,null", "2,1", "3,1", "4,2");
            rows(connection, table(Person.class), "1", "2", "3");
            rows(connection, pairs(Person.class, "friends"), "1,2", "2,3", "3,1");
            connection.commit();
        }
    }

    static Table table(Class<?> entity) {
        return EntityMapping.of(entity).table();
    }

    private static Table pairs(Class<?> entity, String attribute) {
        return ((ToManyMapping) EntityMapping.of(entity).relationship(attribute))
                .joinTable()
                .orElseThrow()
                .table();
    }

    /** Rows written as their values, in the order of the columns. */
    static void rows(Connection connection, Table table, String... rows) {
        for (String row : rows) {
            String[] values = row.split(",", -1);
            Insert<Row> insert = Sql.insert(table);
            for (int i = 0; i < values.length; i++) {
                insert = set(insert, table.columns().get(i), values[i]);
            }
            connection.execute(insert);
        }
    }

    @SuppressWarnings("unchecked") // the value is made by the column's class
    private static <V> Insert<Row> set(Insert<Row> insert, Column<V> column, String text) {
        Object value = text.equals("null")
                ? null
                : column.type().javaType() == Long.class
                        ? Long.valueOf(text)
                        : column.type().javaType() == Integer.class ? Integer.valueOf(text) : text;
        return insert.values(column, (V) value);
    }
}
