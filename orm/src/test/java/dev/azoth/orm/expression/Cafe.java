package dev.azoth.orm.expression;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.ColumnProperty;
import dev.azoth.orm.annotation.QueryExpression;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities with members that the database computes. */
final class Cafe {
    static final MetaData TABLES = Entities.metadata(Guest.class, Dish.class);

    static final EntityPath<Guest> guest = Entities.path(Guest.class);
    static final EntityPath<Bill> bill = Entities.path(Bill.class);
    static final EntityPath<Dish> dish = Entities.path(Dish.class);

    private Cafe() {}

    /** An expression that a mapped superclass has. */
    @MappedSuperclass
    abstract static class Person {
        @Id
        int id;

        String first = "";

        @Nullable
        String last;

        @ColumnProperty
        String fullName = "";

        static Expression<String> fullName(EntityPath<? extends Person> person) {
            return person.column("first", String.class)
                    .concat(" ")
                    .concat(Sql.coalesce(person.column("last", String.class), "?"));
        }
    }

    @Entity
    @Table(name = "guest")
    static class Guest extends Person {
        @Version
        int version;

        @OneToMany(mappedBy = "guest", cascade = CascadeType.ALL)
        @OrderBy("id")
        List<Bill> bills = new ArrayList<>();

        @ColumnProperty("countBills")
        long billCount;

        @ColumnProperty
        Lazy<Long> spent = Lazy.empty();

        @QueryExpression
        @Nullable
        Integer rank;

        Guest() {}

        Guest(int id, String first, @Nullable String last) {
            this.id = id;
            this.first = first;
            this.last = last;
        }

        static Expression<Long> countBills(EntityPath<Guest> guest) {
            return select(count())
                    .from(bill)
                    .where(bill.toOne("guest", Guest.class).key(Integer.class).eq(guest.column("id", Integer.class)))
                    .scalar();
        }

        static Expression<Long> spent(EntityPath<Guest> guest) {
            return select(Sql.sum(bill.column("total", Integer.class)).cast(Types.BIGINT))
                    .from(bill)
                    .where(bill.toOne("guest", Guest.class).key(Integer.class).eq(guest.column("id", Integer.class)))
                    .scalar();
        }
    }

    @Entity
    @Table(name = "bill")
    static class Bill {
        @Id
        int id;

        int total;

        @ManyToOne
        @Nullable
        Guest guest;

        Bill() {}

        Bill(int id, Guest guest, int total) {
            this.id = id;
            this.guest = guest;
            this.total = total;
        }
    }

    @Entity
    @Table(name = "dish")
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Dish permits Soup {
        @Id
        int id;

        int price;

        @ColumnProperty
        int doubled;

        static Expression<Integer> doubled(EntityPath<Dish> dish) {
            return dish.column("price", Integer.class).times(2);
        }
    }

    @Entity
    @Table(name = "soup")
    static final class Soup extends Dish {
        int spoons;

        @ColumnProperty
        int perSpoon;

        static Expression<Integer> perSpoon(EntityPath<Soup> soup) {
            return soup.expression("doubled", Integer.class).plus(soup.column("spoons", Integer.class));
        }
    }
}
