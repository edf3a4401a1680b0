package dev.azoth.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys that have the keys of other objects in them, and keys that are given as one object. */
@EveryDatabase
class DerivedKeysTest {
    private static final MetaData TABLES =
            Entities.metadata(Passport.class, Stamp.class, Remark.class, Enrollment.class, Grade.class);

    private final Database database;
    private final SessionFactory sessions;

    DerivedKeysTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @Entity
    static class Citizen {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String name = "";

        @OneToOne(mappedBy = "citizen", cascade = CascadeType.ALL, orphanRemoval = true)
        @Nullable
        Passport passport;
    }

    /** Shares the key of another. */
    @Entity
    static class Passport {
        @Id
        @Nullable
        Long id;

        String number = "";

        @MapsId
        @OneToOne
        @JoinColumn(name = "holder")
        Citizen citizen;

        @OneToMany(mappedBy = "passport", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Stamp> stamps = new ArrayList<>();

        Passport() {}

        Passport(Citizen citizen, String number) {
            this.citizen = citizen;
            this.number = number;
            citizen.passport = this;
        }
    }

    @Embeddable
    record Place(@Column(name = "never used") @Nullable Long passport, int page) {}

    /** A part of its embedded key is the key of another. */
    @Entity
    static class Stamp {
        @EmbeddedId
        @Nullable
        Place place;

        @MapsId("passport")
        @ManyToOne
        Passport passport;

        String country = "";

        Stamp() {}

        Stamp(Passport passport, int page, String country) {
            this.passport = passport;
            this.place = new Place(null, page);
            this.country = country;
            passport.stamps.add(this);
        }
    }

    @Embeddable
    record Numbered(@Nullable Place stamp, String number) {}

    /** A value in its embedded key is the key of another, of two columns. */
    @Entity
    static class Remark {
        @EmbeddedId
        Numbered key = new Numbered(null, "");

        @MapsId("stamp")
        @ManyToOne
        Stamp stamp;

        @Column(length = 50)
        String text = "";
    }

    @Entity
    static class Student {
        @Id
        @GeneratedValue
        @Nullable
        Integer id;
    }

    @Entity
    static class Course {
        @Id
        @Column(length = 20)
        String code = "";
    }

    record EnrollmentKey(String course, Integer student) {}

    /** An association object: its key is the two that it leads to. */
    @Entity
    @IdClass(EnrollmentKey.class)
    static class Enrollment {
        @Id
        @ManyToOne
        Student student;

        @Id
        @ManyToOne
        Lazy<Course> course = Lazy.empty();

        int year;
    }

    static class GradeKey {
        private int attempt;
        private EnrollmentKey enrollment;

        GradeKey() {
            this(0, new EnrollmentKey("", 0));
        }

        GradeKey(int attempt, EnrollmentKey enrollment) {
            this.attempt = attempt;
            this.enrollment = enrollment;
        }

        int attempt() {
            return attempt;
        }

        EnrollmentKey enrollment() {
            return enrollment;
        }
    }

    @Entity
    @IdClass(GradeKey.class)
    static class Grade {
        @Id
        @ManyToOne
        Enrollment enrollment;

        @Id
        int attempt;

        double points;
    }

    private static Citizen citizen(String name) {
        Citizen citizen = new Citizen();
        citizen.name = name;
        return citizen;
    }

    @Test
    void theColumnsAreThoseOfTheForeignKeys() {
        Table remark = EntityMapping.of(Remark.class).table();
        assertThat(remark.primaryKey())
                .extracting(Object::toString)
                .containsExactly("remark.stamp_passport_holder", "remark.stamp_page", "remark.number");
        assertThat(remark.foreignKeys().get(0).targetColumns())
                .extracting(Object::toString)
                .containsExactly("stamp.passport_holder", "stamp.page");
        assertThat(EntityMapping.of(Passport.class).table().columns())
                .extracting(Object::toString)
                .containsExactly("passport.holder", "passport.number");
    }

    @Test
    void aKeyIsThatOfAnotherObjectWhichIsNumberedInTheSameFlush() {
        Passport passport = new Passport(citizen("a"), "n1");
        Stamp stamp = new Stamp(passport, 3, "NL");
        Remark remark = new Remark();
        remark.stamp = stamp;
        remark.key = new Numbered(null, "r'1");
        try (Session session = sessions.open()) {
            session.addAll(passport.citizen, remark);
            assertThat(session.pending())
                    .extracting(PendingChange::kind)
                    .containsExactly(
                            PendingChange.Kind.INSERT,
                            PendingChange.Kind.INSERT,
                            PendingChange.Kind.INSERT,
                            PendingChange.Kind.INSERT);
            database.statements().expect(4, session::flush);
            session.commit();
        }
        Long id = passport.citizen.id;
        assertThat(passport.id).isEqualTo(id).isNotNull();
        assertThat(stamp.place).isEqualTo(new Place(id, 3));
        assertThat(remark.key).isEqualTo(new Numbered(new Place(id, 3), "r'1"));
        sessions.begin(session -> {
            Remark found = session.get(Remark.class, new Numbered(new Place(id, 3), "r'1"))
                    .orElseThrow();
            assertThat(found.stamp.passport.citizen.name).isEqualTo("a");
            assertThat(session.get(Stamp.class, new Place(id, 3))).containsSame(found.stamp);
            assertThat(session.get(Stamp.class, id, 3)).containsSame(found.stamp);
            assertThat(session.get(Passport.class, id)).containsSame(found.stamp.passport);
        });
    }

    @Test
    void aRollbackWithdrawsThem() {
        Passport passport = new Passport(citizen("b"), "n2");
        Stamp stamp = new Stamp(passport, 1, "BE");
        try (Session session = sessions.open()) {
            session.add(passport.citizen);
            session.flush();
            session.rollback();
            assertThat(passport.id).isNull();
            assertThat(stamp.place).isEqualTo(new Place(null, 1));
            session.add(passport.citizen);
            session.commit();
            assertThat(session.get(Stamp.class, passport.citizen.id, 1)).containsSame(stamp);
        }
    }

    @Test
    void aNewObjectTakesTheRowOfTheOneThatItReplaces() {
        Passport passport = new Passport(citizen("c"), "old");
        sessions.begin(session -> session.add(passport.citizen));
        sessions.begin(session -> {
            Citizen own = session.get(Citizen.class, passport.citizen.id).orElseThrow();
            session.delete(own.passport);
            session.add(new Passport(own, "new"));
        });
        sessions.begin(session -> assertThat(
                        session.get(Passport.class, passport.citizen.id).orElseThrow().number)
                .isEqualTo("new"));
    }

    @Test
    void anotherObjectGivesAnotherKey() {
        Passport passport = new Passport(citizen("d"), "n4");
        Citizen other = citizen("e");
        sessions.begin(session -> session.addAll(passport.citizen, other));
        try (Session session = sessions.open()) {
            Passport own = session.get(Passport.class, passport.id).orElseThrow();
            own.citizen = session.get(Citizen.class, other.id).orElseThrow();
            session.commit();
            assertThat(own.id).isEqualTo(other.id);
            assertThat(session.get(Passport.class, other.id)).containsSame(own);
        }
    }

    @Test
    void withoutTheOtherObjectThereIsNoKey() {
        Passport passport = new Passport();
        try (Session session = sessions.open()) {
            session.add(passport);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a new Passport has no value for its key column holder: set its citizen before the flush, whose key it has");
        }
    }

    @Test
    void anAssociationObjectIsFoundByAnObjectOfItsKeyClass() {
        Course course = new Course();
        course.code = "select 'x'";
        Enrollment enrollment = new Enrollment();
        enrollment.student = new Student();
        enrollment.course = Lazy.of(course);
        enrollment.year = 2026;
        Grade grade = new Grade();
        grade.enrollment = enrollment;
        grade.attempt = 2;
        grade.points = 7.5;
        sessions.begin(session -> session.addAll(enrollment.student, course, enrollment, grade));
        EnrollmentKey key = new EnrollmentKey(course.code, enrollment.student.id);
        sessions.begin(session -> {
            Enrollment found = session.get(Enrollment.class, key).orElseThrow();
            assertThat(found.year).isEqualTo(2026);
            assertThat(session.get(Enrollment.class, enrollment.student.id, course.code))
                    .containsSame(found);
            Grade own = session.get(Grade.class, new GradeKey(2, key)).orElseThrow();
            assertThat(own.points).isEqualTo(7.5);
            assertThat(own.enrollment).isSameAs(found);
            assertThat(session.get(Grade.class, new GradeKey(3, key))).isEmpty();
        });
    }
}
