package dev.azoth.orm.expression;

import static dev.azoth.sql.Sql.caseOf;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.multiply;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Hybrid;
import dev.azoth.orm.Lazy;
import dev.azoth.schema.MetaData;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Entities with rules that Java and SQL have in common. */
final class Clinic {
    static final MetaData TABLES = Entities.metadata(Patient.class, Doctor.class);

    static final EntityPath<Patient> patient = Entities.path(Patient.class);
    static final EntityPath<Doctor> doctor = Entities.path(Doctor.class);

    private Clinic() {}

    /** What all people have, and what follows from it. */
    interface Person {
        Hybrid<Person, Boolean> ADULT = Hybrid.of(
                Person.class, person -> person.column("age", Integer.class).ge(18));
    }

    /** A value of two columns. */
    @Embeddable
    record Name(String first, @Nullable String last) {}

    /** A person with a name that is embedded. */
    @Entity(name = "clinic_patient")
    static class Patient implements Person {
        static final Hybrid<Patient, String> FULL_NAME = Hybrid.of(
                Patient.class,
                patient -> patient.column("name.first", String.class)
                        .concat(" ")
                        .concat(coalesce(patient.column("name.last", String.class), "?")));

        static final Hybrid<Patient, Boolean> HAS_NO_LAST_NAME = Hybrid.of(
                Patient.class,
                patient -> patient.column("name.last", String.class)
                        .isNull()
                        .or(patient.column("name.last", String.class).eq("")));

        static final Hybrid<Patient, BigDecimal> DUE = Hybrid.of(
                Patient.class,
                patient -> multiply(patient.column("fee", BigDecimal.class), patient.column("visits", Integer.class)));

        static final Hybrid<Patient, String> GROUP = Hybrid.of(
                Patient.class,
                patient -> caseWhen(patient.column("age", Integer.class).lt(2), "baby")
                        .when(patient.column("age", Integer.class).between(2, 17), "child")
                        .otherwise(caseOf(patient.column("visits", Integer.class))
                                .when(0, "new")
                                .otherwise("known")));

        static final Hybrid<Patient, Boolean> PRAISED = Hybrid.of(
                Patient.class,
                patient -> lower(patient.column("note", String.class)).startsWith("good_"));

        @Id
        int id;

        @Embedded
        Name name = new Name("", null);

        int age;
        int visits;

        @Column(precision = 10, scale = 2)
        BigDecimal fee = BigDecimal.ZERO;

        Lazy<String> note = Lazy.empty();

        @ManyToOne
        @Nullable
        Doctor doctor;

        Patient() {}

        Patient(int id, String first, @Nullable String last, int age, int visits) {
            this.id = id;
            this.name = new Name(first, last);
            this.age = age;
            this.visits = visits;
            this.fee = new BigDecimal("10.50");
        }

        static Hybrid<Patient, Boolean> visitedMoreThan(int times) {
            return Hybrid.of(
                    Patient.class,
                    patient -> patient.column("visits", Integer.class).gt(times));
        }
    }

    /** Another person. */
    @Entity(name = "clinic_doctor")
    static class Doctor implements Person {
        @Id
        int id;

        int age;

        Doctor() {}

        Doctor(int id, int age) {
            this.id = id;
            this.age = age;
        }
    }
}
