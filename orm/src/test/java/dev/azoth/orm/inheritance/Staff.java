package dev.azoth.orm.inheritance;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities that extend each other: employees in a table for each class, payments in one table for all. */
final class Staff {
    static final MetaData TABLES = Entities.metadata(Company.class, Employee.class, Payment.class);

    static final EntityPath<Company> company = Entities.path(Company.class);
    static final EntityPath<Employee> employee = Entities.path(Employee.class);
    static final EntityPath<Manager> manager = Entities.path(Manager.class);
    static final EntityPath<Engineer> engineer = Entities.path(Engineer.class);
    static final EntityPath<Payment> payment = Entities.path(Payment.class);
    static final EntityPath<CardPayment> cardPayment = Entities.path(CardPayment.class);

    private Staff() {}

    @Entity
    @Table(name = "company")
    static class Company {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String name = "";

        @OneToMany(mappedBy = "company", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<Employee> employees = new ArrayList<>();

        Company() {}

        Company(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "employee")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", length = 20)
    @Subclasses({Manager.class, Engineer.class})
    abstract static class Employee {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String name = "";

        @Version
        int version;

        @ManyToOne
        @Nullable
        Company company;
    }

    @Entity
    @Table(name = "manager")
    @DiscriminatorValue("M")
    static class Manager extends Employee {
        @Column(name = "rank_of")
        int rank;

        @OneToMany(mappedBy = "boss")
        @OrderBy("name")
        List<Engineer> reports = new ArrayList<>();

        Manager() {}

        Manager(String name, int rank) {
            this.name = name;
            this.rank = rank;
        }
    }

    @Entity
    @Table(name = "engineer")
    @DiscriminatorValue("E")
    @Subclasses(Architect.class)
    static class Engineer extends Employee {
        String language = "";

        @ManyToOne
        Lazy<Manager> boss = Lazy.empty();

        Lazy<String> notes = Lazy.empty();

        @ManyToMany
        List<Company> clients = new ArrayList<>();

        Engineer() {}

        Engineer(String name, String language) {
            this.name = name;
            this.language = language;
        }
    }

    @Entity
    @Table(name = "architect")
    @DiscriminatorValue("A")
    static class Architect extends Engineer {
        @Nullable
        String style;

        Architect() {}

        Architect(String name, String language, @Nullable String style) {
            super(name, language);
            this.style = style;
        }
    }

    @Entity
    @Table(name = "payment")
    abstract static sealed class Payment permits CardPayment, CashPayment {
        @Id
        @Nullable
        String number;

        BigDecimal amount = BigDecimal.ZERO;
    }

    @Entity
    static final class CardPayment extends Payment {
        String card = "";

        @ManyToOne(optional = false)
        @Nullable
        Company issuer;

        CardPayment() {}

        CardPayment(String number, String amount, String card, Company issuer) {
            this.number = number;
            this.amount = new BigDecimal(amount);
            this.card = card;
            this.issuer = issuer;
        }
    }

    @Entity
    @DiscriminatorValue("cash")
    static final class CashPayment extends Payment {
        int coins;

        CashPayment() {}

        CashPayment(String number, String amount, int coins) {
            this.number = number;
            this.amount = new BigDecimal(amount);
            this.coins = coins;
        }
    }
}
