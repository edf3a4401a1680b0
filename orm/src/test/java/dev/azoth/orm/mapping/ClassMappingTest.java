package dev.azoth.orm.mapping;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.mapping.Ledger.Currency;
import dev.azoth.orm.mapping.Ledger.Customer;
import dev.azoth.orm.mapping.Ledger.Invoice;
import dev.azoth.orm.mapping.Ledger.Old;
import dev.azoth.orm.mapping.Ledger.Payment;
import dev.azoth.orm.mapping.Ledger.Price;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes that one cannot annotate are mapped from outside. */
@EveryDatabase
class ClassMappingTest {
    private static final MetaData TABLES = Ledger.TABLES;
    private static final EntityPath<Customer> customer = Entities.path(Customer.class);
    private static final EntityPath<Invoice> invoice = Entities.path(Invoice.class);

    private final SessionFactory sessions;

    ClassMappingTest(Database database) {
        this.sessions = SessionFactory.create(database.engine(), Customer.class);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(delete(Entities.path(Payment.class)));
            session.execute(delete(invoice));
            session.execute(delete(customer));
            session.execute(delete(Entities.path(Currency.class)));
        });
    }

    @Test
    void classesOfALibraryAreMappedFromOutside() {
        sessions.begin(session -> session.add(
                new Customer(7, "ann o'hara").with(new Invoice("second")).with(new Invoice("first"))));
        try (Session session = sessions.open()) {
            Customer found = session.execute(select(customer)
                            .where(customer.column("name", String.class).startsWith("ann"))
                            .options(joinedload(customer.toMany("invoices", Invoice.class))))
                    .one();
            assertThat(found.number()).isEqualTo(7);
            assertThat(found.order()).isEqualTo("by post 📮");
            Price credit = Objects.requireNonNull(found.credit());
            assertThat(credit.amount()).isEqualByComparingTo("7.5");
            assertThat(credit.currency()).isEqualTo("EUR");
            assertThat(found.cache()).isEmpty();
            assertThat(found.invoices()).extracting(each -> each.text).containsExactly("first", "second");
            assertThat(found.invoices()).extracting(each -> each.customer).containsOnly(found);
            assertThat(found.invoices())
                    .allSatisfy(each -> assertThat(each.reference).hasSize(26));
            found.rename("bob");
            found.invoices().remove(0);
            session.commit();
            assertThat(found.version()).isEqualTo(1);
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Customer.class, 7L).orElseThrow().name()).isEqualTo("bob");
            assertThat(session.execute(select(invoice)).all())
                    .extracting(each -> each.text)
                    .containsExactly("second");
        }
    }

    @Test
    void theirVersionsTellChangesByOthers() {
        sessions.begin(session -> session.add(new Customer(7, "ann")));
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            one.get(Customer.class, 7L).orElseThrow().rename("one");
            Customer late = other.get(Customer.class, 7L).orElseThrow();
            other.rollback();
            one.commit();
            late.rename("other");
            assertThatThrownBy(other::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Test
    void aClassOfOnesOwnLeadsToThem() {
        Invoice bill = new Invoice("bill");
        sessions.begin(session -> {
            session.add(new Customer(7, "ann").with(bill));
            Payment payment = new Payment();
            payment.id = 1;
            payment.invoice = Lazy.of(bill);
            session.add(payment);
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Payment.class, 1).orElseThrow().invoice.get().text)
                    .isEqualTo("bill");
        }
    }

    @Test
    void recordsOfALibraryAreInsertedAndRead() {
        EntityPath<Currency> currency = Entities.path(Currency.class);
        ColumnReference<String> code = currency.column("code", String.class);
        sessions.begin(session -> {
            session.execute(insert(currency), List.of(new Currency("EUR", "euro"), new Currency("XXX", null)));
            assertThat(session.execute(select(currency).orderBy(code)).all())
                    .containsExactly(new Currency("EUR", "euro"), new Currency("XXX", null));
        });
    }

    @Test
    void theTableIsAsItWasSaid() {
        Table table = customer.table();
        assertThat(table.name()).isEqualTo("ledger_customer");
        assertThat(table.columns())
                .extracting(each -> each.name())
                .containsExactly("number", "name", "version", "order", "credit", "currency");
        assertThat(table.indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.name()).contains("by_order"));
        assertThat(table.column("order").isNullable()).isFalse();
    }

    @Test
    void whatAClassSaysToAnotherMapperCanBeLeftOut() {
        Table table = Entities.path(Old.class).table();
        assertThat(table.name()).isEqualTo("ledger_old");
        assertThat(table.columns()).extracting(each -> each.name()).containsExactly("id", "note");
    }

    static class Plain {
        int id;
        String name = "";
        Object thing = "";
    }

    static class Loose {
        int id;
        List<Plain> plains = List.of();
        Thread thread = new Thread();
    }

    static class Used {
        int id;
    }

    static class Twice {
        int id;
    }

    @Test
    void membersThatAreNotThereAreNamedAllAtOnce() {
        assertThatThrownBy(() -> Entities.map(
                        Plain.class,
                        plain -> plain.id("id")
                                .id("id")
                                .member("nmae", Column.class)
                                .member("thing", Convert.class)
                                .member("number", Id.class)))
                .isInstanceOf(MappingException.class)
                .hasMessage("dev.azoth.orm.mapping.ClassMappingTest$Plain cannot be mapped:\n"
                        + "  dev.azoth.orm.mapping.ClassMappingTest.Plain.id: @Id is said twice\n"
                        + "  dev.azoth.orm.mapping.ClassMappingTest.Plain.nmae: Plain declares no such field; its fields are id, name,"
                        + " thing\n"
                        + "  dev.azoth.orm.mapping.ClassMappingTest.Plain.number: Plain declares no such field; its fields are id, name,"
                        + " thing");
        assertThatThrownBy(() -> Entities.map(Customer.class, any -> any.id("number")))
                .hasMessageContaining(
                        "Customer.number: Customer declares no such field; its fields are version, order, credit,"
                                + " invoices, cache. Map the class that declares it too, with annotate(MappedSuperclass.class)");
    }

    @Test
    void theRulesAreThoseOfAnnotations() {
        Entities.map(
                Loose.class,
                loose -> loose.member("plains", OneToMany.class)
                        .member("thread", GeneratedValue.class)
                        .member("id", ManyToOne.class));
        assertThatThrownBy(() -> Entities.path(Loose.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ClassMappingTest.Loose: it has no key")
                .hasMessageContaining("ClassMappingTest.Loose.plains: a relationship leads to an entity, and")
                .hasMessageContaining("ClassMappingTest.Loose.thread: ")
                .hasMessageContaining(
                        "ClassMappingTest.Loose.id: a relationship leads to an entity, and java.lang.Integer");
    }

    @Test
    void aClassHasOneMappingAndBeforeItIsUsed() {
        Entities.map(Customer.class, Ledger::customer);
        assertThatThrownBy(() -> Entities.map(Customer.class, any -> any.table("other")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "dev.azoth.orm.mapping.Ledger$Customer is mapped already, and differently: a class has one mapping");
        assertThatThrownBy(() -> Entities.path(Used.class)).hasMessageContaining("it is no entity");
        assertThatThrownBy(() -> Entities.map(Used.class, used -> used.id("id")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("dev.azoth.orm.mapping.ClassMappingTest$Used was mapped, or looked at");
    }

    @Test
    void aValueIsNamedByItsMethodAndGivenOnce() {
        assertThatThrownBy(() -> Entities.map(
                        Twice.class,
                        twice -> twice.member(
                                "id",
                                Column.class,
                                column -> column.with(Column::name, "a").with(Column::name, "b"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("@Column(name) is given twice");
        assertThatThrownBy(() -> Entities.map(
                        Twice.class, twice -> twice.member("id", Column.class, column -> column.with(any -> 1, 1))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "a value of @Column is named by a reference to its method, as Column::length names a value of @Column");
        assertThatThrownBy(() -> Entities.map(
                        Twice.class,
                        twice -> twice.member("id", Column.class, column -> column.with(Column::length, "30"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("@Column(length) is of int, not String: 30");
        assertThatThrownBy(() -> Entities.map(
                        Twice.class, twice -> twice.member("id", Convert.class).annotate(AttributeOverride.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ClassMappingTest.Twice: @AttributeOverride needs its value name");
    }
}
