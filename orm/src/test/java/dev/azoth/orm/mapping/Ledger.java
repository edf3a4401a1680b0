package dev.azoth.orm.mapping;

import dev.azoth.orm.AnnotationValues;
import dev.azoth.orm.ClassMapping;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Ulid;
import dev.azoth.schema.MetaData;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of a library, which know nothing of tables, and what is said of them. */
final class Ledger {
    static final MetaData TABLES;

    static {
        Entities.map(
                Party.class, party -> party.annotate(MappedSuperclass.class).id("number"));
        Entities.map(
                Price.class,
                price -> price.annotate(Embeddable.class)
                        .member(
                                "amount",
                                Column.class,
                                column -> column.with(Column::precision, 12).with(Column::scale, 2)));
        Entities.map(Customer.class, Ledger::customer);
        Entities.map(
                Invoice.class,
                invoice -> invoice.table("ledger_invoice")
                        .id("id")
                        .member("id", GeneratedValue.class)
                        .member("reference", Ulid.class)
                        .member("customer", ManyToOne.class, one -> one.with(ManyToOne::optional, false)));
        Entities.map(
                Currency.class,
                currency -> currency.table("ledger_currency")
                        .id("code")
                        .member("code", Column.class, column -> column.with(Column::length, 3)));
        Entities.map(
                Old.class,
                old -> old.ignoreOwnAnnotations().table("ledger_old").id("id").leaveOut("text"));
        TABLES = Entities.metadata(Payment.class, Currency.class, Old.class);
    }

    private Ledger() {}

    static void customer(ClassMapping customer) {
        customer.annotate(Table.class, Ledger::customerTable)
                .member("version", Version.class)
                .member(
                        "order",
                        Column.class,
                        column -> column.with(Column::nullable, false).with(Column::length, 20))
                .member(
                        "credit",
                        AttributeOverride.class,
                        override -> override.with(AttributeOverride::name, "amount")
                                .with(
                                        AttributeOverride::column,
                                        ClassMapping.annotation(
                                                Column.class, column -> column.with(Column::name, "credit"))))
                .member(
                        "invoices",
                        OneToMany.class,
                        many -> many.with(OneToMany::mappedBy, "customer")
                                .with(OneToMany::cascade, CascadeType.ALL)
                                .with(OneToMany::orphanRemoval, true))
                .member("invoices", OrderBy.class, order -> order.with(OrderBy::value, "text"))
                .leaveOut("cache");
    }

    private static void customerTable(AnnotationValues<Table> table) {
        table.with(Table::name, "ledger_customer")
                .with(
                        Table::indexes,
                        ClassMapping.annotation(
                                Index.class,
                                index -> index.with(Index::name, "by_order").with(Index::columnList, "order")));
    }

    static class Party {
        private long number;

        @Nullable
        private String name;

        Party() {}

        Party(long number, String name) {
            this.number = number;
            this.name = name;
        }

        long number() {
            return number;
        }

        @Nullable
        String name() {
            return name;
        }

        void rename(String other) {
            name = other;
        }
    }

    static class Customer extends Party {
        private int version;
        private String order = "by post 📮";

        @Nullable
        private Price credit;

        private List<Invoice> invoices = new ArrayList<>();
        private Map<Object, Object> cache = Map.of();

        Customer() {}

        Customer(long number, String name) {
            super(number, name);
            this.credit = new Price(new BigDecimal("7.50"), "EUR");
            this.cache = Map.of(this, this);
        }

        Customer with(Invoice invoice) {
            invoices.add(invoice);
            return this;
        }

        int version() {
            return version;
        }

        String order() {
            return order;
        }

        @Nullable
        Price credit() {
            return credit;
        }

        List<Invoice> invoices() {
            return invoices;
        }

        Map<Object, Object> cache() {
            return cache;
        }
    }

    record Price(@Nullable BigDecimal amount, @Nullable String currency) {}

    record Currency(String code, @Nullable String name) {}

    static class Invoice {
        @Nullable
        Long id;

        @Nullable
        Customer customer;

        String text;

        @Nullable
        String reference;

        Invoice() {
            this("");
        }

        Invoice(String text) {
            this.text = text;
        }
    }

    /** A class of one's own that leads to one of the library. */
    @Entity
    @Table(name = "ledger_payment")
    static class Payment {
        @Id
        int id;

        @ManyToOne
        Lazy<Invoice> invoice = Lazy.empty();
    }

    /** A class with annotations for another mapper. */
    @Entity
    @EntityListeners(Object.class)
    @Table(name = "elsewhere")
    static class Old {
        int id;
        String text = "";

        @Column(columnDefinition = "whatever")
        @Nullable
        String note;
    }
}
