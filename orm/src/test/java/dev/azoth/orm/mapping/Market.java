package dev.azoth.orm.mapping;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.DerivedTable;
import dev.azoth.orm.annotation.ReadOnly;
import dev.azoth.orm.annotation.View;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Entities that are written, and others that read their rows in another form. */
final class Market {
    static final EntityPath<Buyer> buyer = Entities.path(Buyer.class);
    static final EntityPath<Deal> deal = Entities.path(Deal.class);
    static final EntityPath<BuyerName> name = Entities.path(BuyerName.class);
    static final EntityPath<BuyerTotal> total = Entities.path(BuyerTotal.class);
    static final EntityPath<CityTotal> city = Entities.path(CityTotal.class);
    static final EntityPath<Sale> sale = Entities.path(Sale.class);

    static final MetaData TABLES =
            Entities.metadata(Buyer.class, Deal.class, BuyerName.class, CityTotal.class, Sale.class, Complaint.class);

    private Market() {}

    @Entity
    @Table(name = "market_buyer")
    static class Buyer {
        @Id
        int id;

        String name = "";
        String city = "";

        @OneToMany(mappedBy = "buyer")
        List<BuyerTotal> totals = new ArrayList<>();

        Buyer() {}

        Buyer(int id, String name, String city) {
            this.id = id;
            this.name = name;
            this.city = city;
        }
    }

    @Entity
    @Table(name = "market_deal")
    static class Deal {
        @Id
        int id;

        int amount;

        @ManyToOne(optional = false)
        Lazy<Buyer> buyer = Lazy.empty();

        Deal() {}

        Deal(int id, Buyer buyer, int amount) {
            this.id = id;
            this.buyer = Lazy.of(buyer);
            this.amount = amount;
        }
    }

    /** Some of the columns of a table that another entity writes. */
    @Entity
    @ReadOnly
    @Table(name = "market_buyer")
    static class BuyerName {
        @Id
        int id;

        String name = "";
    }

    /** A query in groups. */
    @Entity
    @DerivedTable
    static class BuyerTotal {
        @Id
        @Column(name = "buyer_id")
        int id;

        long deals;
        long total;

        @ManyToOne
        @JoinColumn(name = "buyer_id", insertable = false, updatable = false)
        Lazy<Buyer> buyer = Lazy.empty();

        static Select<Row> query() {
            ColumnReference<Integer> id = deal.toOne("buyer", Buyer.class).key(Integer.class);
            return select(
                            id.as("buyer_id"),
                            count().as("deals"),
                            sum(deal.column("amount", Integer.class)).as("total"))
                    .from(deal)
                    .groupBy(id);
        }
    }

    /** A view. */
    @Entity
    @View("totals")
    @Table(name = "market_city")
    static class CityTotal {
        @Id
        @Column(length = 255)
        String city = "";

        long total;

        static Select<Row> totals() {
            ColumnReference<String> city = buyer.column("city", String.class);
            return select(city, sum(deal.column("amount", Integer.class)).as("total"))
                    .from(deal)
                    .join(buyer, deal.toOne("buyer", Buyer.class).on(buyer))
                    .groupBy(city);
        }
    }

    /** A join. */
    @Entity
    @DerivedTable
    static class Sale {
        @Id
        int id;

        int amount;
        String buyerName = "";

        static Select<Row> query() {
            return select(
                            deal.column("id", Integer.class),
                            deal.column("amount", Integer.class),
                            buyer.column("name", String.class).as("buyer_name"))
                    .from(deal)
                    .join(buyer, deal.toOne("buyer", Buyer.class).on(buyer));
        }
    }

    /** An entity that leads to rows of a query. */
    @Entity
    @Table(name = "market_complaint")
    static class Complaint {
        @Id
        int id;

        @ManyToOne
        Lazy<BuyerTotal> about = Lazy.empty();
    }
}
