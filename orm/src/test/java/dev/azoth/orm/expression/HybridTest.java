package dev.azoth.orm.expression;

import static dev.azoth.orm.expression.Cafe.dish;
import static dev.azoth.orm.expression.Clinic.doctor;
import static dev.azoth.orm.expression.Clinic.patient;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Hybrid;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.expression.Cafe.Dish;
import dev.azoth.orm.expression.Cafe.Soup;
import dev.azoth.orm.expression.Clinic.Doctor;
import dev.azoth.orm.expression.Clinic.Patient;
import dev.azoth.orm.expression.Clinic.Person;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is computed from an entity, said once for Java and for SQL: no rule of a domain is written twice. */
@EveryDatabase
class HybridTest {
    private static final ColumnReference<Integer> ID = patient.column("id", Integer.class);
    private static final Hybrid<Patient, Integer> TREATED_BY =
            Hybrid.of(patient, p -> p.toOne("doctor", Doctor.class).key(Integer.class));
    private static final Hybrid<Dish, Integer> TRIPLE = Hybrid.of(
            dish, d -> d.column("price", Integer.class).times(3).plus(d.expression("doubled", Integer.class)));
    private static final Hybrid<Patient, String> INITIAL =
            Hybrid.of(patient, p -> Sql.left(p.column("name.first", String.class), 1));

    private final SessionFactory sessions;
    private final Database database;

    HybridTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Clinic.TABLES);
        database.engine().createAll(Cafe.TABLES);
    }

    @AfterEach
    void empty() {
        database.engine().begin(connection -> {
            for (EntityPath<?> each : List.of(patient, doctor, Entities.path(Soup.class), dish)) {
                connection.execute(Sql.delete(each.table()));
            }
        });
    }

    private static List<Patient> patients() {
        return List.of(
                new Patient(1, "ann", "lee", 1, 3),
                new Patient(2, "bob", null, 17, 0),
                new Patient(3, "çid 🍰", "", 18, 0),
                new Patient(4, "", "o'hara", 80, 7));
    }

    private void store(Object... objects) {
        sessions.begin(session -> session.addAll(objects));
    }

    private <T> List<T> select(Expression<T> expression) {
        return sessions.transaction(
                session -> session.execute(Sql.select(expression).from(patient).orderBy(ID))
                        .all());
    }

    private List<Integer> where(Expression<Boolean> condition) {
        return sessions.transaction(session -> session.execute(
                        Sql.select(ID).from(patient).where(condition).orderBy(ID))
                .all());
    }

    @Test
    void javaAndTheDatabaseComeToTheSame() {
        List<Patient> patients = patients();
        store(patients.toArray());
        assertThat(select(Patient.FULL_NAME.on(patient)))
                .containsExactly("ann lee", "bob ?", "çid 🍰 ", " o'hara")
                .containsExactlyElementsOf(
                        patients.stream().map(Patient.FULL_NAME::of).toList());
        assertThat(select(Patient.GROUP.on(patient)))
                .containsExactly("baby", "child", "new", "known")
                .containsExactlyElementsOf(
                        patients.stream().map(Patient.GROUP::of).toList());
        assertThat(select(Patient.DUE.on(patient)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(
                        patients.stream().map(Patient.DUE::of).toList());
        assertThat(where(Patient.HAS_NO_LAST_NAME.on(patient)))
                .containsExactly(2, 3)
                .containsExactlyElementsOf(patients.stream()
                        .filter(each -> Boolean.TRUE.equals(Patient.HAS_NO_LAST_NAME.of(each)))
                        .map(each -> each.id)
                        .toList());
    }

    @Test
    void oneWithParametersIsAMethod() {
        List<Patient> patients = patients();
        store(patients.toArray());
        assertThat(where(Patient.visitedMoreThan(2).on(patient))).containsExactly(1, 4);
        assertThat(patients).map(Patient.visitedMoreThan(2)::of).containsExactly(true, false, false, true);
    }

    @Test
    void itStandsInEveryClause() {
        store(patients().toArray());
        try (Session session = sessions.open()) {
            Patient ann = session.get(Patient.class, 1).orElseThrow();
            session.execute(update(patient)
                    .set(patient.column("visits", Integer.class), 9)
                    .where(Patient.GROUP.on(patient).eq("baby")));
            assertThat(ann.visits).isEqualTo(9);
            assertThat(session.execute(Sql.select(Patient.GROUP.on(patient), Sql.count())
                                    .from(patient)
                                    .where(Patient.visitedMoreThan(-1).on(patient))
                                    .groupBy(Patient.GROUP.on(patient))
                                    .orderBy(Sql.count(), Patient.GROUP.on(patient)))
                            .all())
                    .hasSize(4);
        }
        SessionFactory adults = SessionFactory.create(
                database.engine(), options -> options.criteria(patient, Person.ADULT.on(patient)));
        try (Session session = adults.open()) {
            assertThat(session.execute(Sql.select(ID).from(patient).orderBy(ID)).all())
                    .containsExactly(3, 4);
            assertThat(session.get(Patient.class, 1)).isEmpty();
        }
    }

    @Test
    void eachNameOfAnEntityHasItsOwn() {
        EntityPath<Patient> other = patient.as("other");
        EntityPath<Patient> known = patient.from(Sql.select(patient)
                .where(Patient.visitedMoreThan(0).on(patient))
                .subquery("known"));
        store(patients().toArray());
        try (Session session = sessions.open()) {
            assertThat(session.execute(Sql.select(Patient.FULL_NAME.on(other))
                                    .from(patient)
                                    .join(other, Patient.FULL_NAME.on(patient).lt(Patient.FULL_NAME.on(other)))
                                    .where(
                                            Patient.FULL_NAME.on(patient).eq("ann lee"),
                                            other.column("id", Integer.class).eq(2)))
                            .all())
                    .containsExactly("bob ?");
            assertThat(session.execute(Sql.select(Patient.FULL_NAME.on(known))
                                    .from(known)
                                    .orderBy(known.column("id", Integer.class)))
                            .all())
                    .containsExactly("ann lee", " o'hara");
        }
    }

    @Test
    void ofAnInterfaceItIsOfEveryEntityThatHasIt() {
        Doctor young = new Doctor(1, 17);
        Doctor old = new Doctor(2, 77);
        store(young, old);
        assertThat(Person.ADULT.of(old)).isTrue();
        assertThat(Person.ADULT.of(young)).isFalse();
        assertThat(Person.ADULT.of(patients().get(2))).isTrue();
        try (Session session = sessions.open()) {
            assertThat(session.execute(Sql.select(doctor).where(Person.ADULT.on(doctor)))
                            .one()
                            .id)
                    .isEqualTo(2);
        }
    }

    @Test
    void foreignKeysAndOtherNamesOfAttributesAreReadToo() {
        Patient ann = patients().get(0);
        assertThat(TREATED_BY.of(ann)).isNull();
        ann.doctor = new Doctor(5, 50);
        assertThat(TREATED_BY.of(ann)).isEqualTo(5);
        Hybrid<Patient, Integer> number = Hybrid.of(patient, p -> p.column("id", Integer.class));
        assertThat(number.of(ann)).isEqualTo(1);
        store(Objects.requireNonNull(ann.doctor), ann);
        assertThat(where(TREATED_BY.on(patient).eq(5).and(number.on(patient).eq(1))))
                .containsExactly(1);
    }

    @Test
    void whatIsNotLoadedLoadsItself() {
        Patient ann = patients().get(0);
        assertThat(Patient.PRAISED.of(ann)).isNull();
        ann.note = Lazy.of("GOOD_one");
        assertThat(Patient.PRAISED.of(ann)).isTrue();
        Patient bob = patients().get(1);
        bob.note = Lazy.of("goodness");
        store(ann, bob);
        assertThat(where(Patient.PRAISED.on(patient))).containsExactly(1);
        try (Session session = sessions.open()) {
            assertThat(Patient.PRAISED.of(session.get(Patient.class, 1).orElseThrow()))
                    .isTrue();
            assertThat(Patient.PRAISED.of(session.get(Patient.class, 2).orElseThrow()))
                    .isFalse();
        }
    }

    @Test
    void entitiesThatExtendEntitiesHaveThoseOfBoth() {
        Soup soup = new Soup();
        soup.id = 1;
        soup.price = 4;
        assertThat(TRIPLE.of(soup)).isEqualTo(20);
        store(soup);
        EntityPath<Soup> soups = Entities.path(Soup.class);
        try (Session session = sessions.open()) {
            assertThat(session.execute(Sql.select(dish).where(TRIPLE.on(dish).eq(20)))
                            .one()
                            .id)
                    .isEqualTo(1);
            assertThat(session.execute(Sql.select(TRIPLE.on(soups)).from(soups)).one())
                    .isEqualTo(20);
        }
    }

    @Test
    void whatOnlyADatabaseComputesIsRefusedWithTheWayOut() {
        Patient ann = patients().get(0);
        assertThatThrownBy(() -> INITIAL.of(ann))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "this cannot be computed of a Patient in Java, since it has the function left, which only the database computes:"
                                + " give Hybrid.of(entity, …) a function of the object, too");
        Hybrid<Patient, Integer> tooLarge =
                Hybrid.of(patient, p -> p.column("visits", Integer.class).plus(Integer.MAX_VALUE));
        assertThatThrownBy(() -> tooLarge.of(ann)).hasMessageContaining("since a number in it grows too large: ");
        Hybrid<Patient, Boolean> ofOthers =
                Hybrid.of(patient, p -> p.column("age", Integer.class).eq(doctor.column("age", Integer.class)));
        assertThatThrownBy(() -> ofOthers.of(ann))
                .hasMessageContaining("since it reads clinic_doctor.age, which is not of the rows that it is about: ");

        Hybrid<Patient, String> both = Hybrid.of(
                patient,
                p -> Sql.left(p.column("name.first", String.class), 1),
                p -> p.name.first().substring(0, 1));
        assertThat(both.of(ann)).isEqualTo("a");
        store(ann);
        assertThat(select(both.on(patient))).containsExactly("a");
    }

    @Test
    void otherNamesAndOtherEntitiesAreRefused() {
        EntityPath<Patient> other = patient.as("other");
        assertThatThrownBy(() -> Hybrid.of(other, p -> p.column("age", Integer.class)))
                .isInstanceOf(InvalidRequestException.class);
        Hybrid<Object, Integer> any = Hybrid.of(Object.class, p -> p.column("age", Integer.class));
        assertThat(any.of(new Doctor(1, 4))).isEqualTo(4);
        assertThatThrownBy(() -> any.on(dish)).hasMessageContaining("Dish has no attribute age");
    }
}
