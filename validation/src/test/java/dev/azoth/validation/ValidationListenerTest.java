package dev.azoth.validation;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.RefusedValuesException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Constraints of Jakarta Validation are checked before a flush writes, on what it writes alone, without a query. */
@EveryDatabase
class ValidationListenerTest {
    private static final MetaData TABLES = Entities.metadata(Crew.class, Sailor.class);
    private static final EntityPath<Crew> CREW = Entities.path(Crew.class);
    private static final ValidatorFactory VALIDATORS = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    /** A group of its own. */
    interface Leaving {}

    @Embeddable
    static class Berth {
        @Size(min = 2, message = "names a deck")
        String deck = "B1";

        @Positive(message = "is positive")
        int number = 1;
    }

    @Entity(name = "validated_crew")
    static class Crew {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @NotBlank(message = "has a letter")
        String name;

        @OneToMany(mappedBy = "crew", cascade = CascadeType.PERSIST)
        @Size(min = 1, max = 2, message = "has one or two")
        List<@Valid Sailor> sailors = new ArrayList<>();

        @Max(value = 0, groups = Leaving.class, message = "must be paid first")
        int debts;

        Crew() {
            name = "";
        }

        Crew(String name, Sailor... sailors) {
            this.name = name;
            this.sailors.addAll(List.of(sailors));
        }

        @AssertTrue(message = "is of a crew that is not called Nobody")
        boolean isSomebody() {
            return !name.equals("Nobody");
        }
    }

    @Entity(name = "validated_sailor")
    static class Sailor {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Size(max = 8, message = "is short")
        String name;

        @ManyToOne
        @NotNull(message = "sails with somebody")
        Lazy<Crew> crew = Lazy.empty();

        @Embedded
        @Valid
        Berth berth = new Berth();

        Sailor() {
            name = "";
        }

        Sailor(String name) {
            this.name = name;
        }
    }

    private final Database database;
    private final SessionFactory sessions;

    ValidationListenerTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(
                database.engine(),
                o -> o.entities(Crew.class, Sailor.class)
                        .listener(ValidationListener.of(VALIDATORS).onDelete(Leaving.class)));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private Crew saved(String name) {
        Crew crew = new Crew(name, new Sailor("Ann"));
        sessions.begin(session -> session.add(crew));
        return crew;
    }

    @Test
    void itIsAListener() {
        Engine engine = database.engine();
        // tag::events-validation
        ValidationListener constraints = ValidationListener.of(VALIDATORS);
        SessionFactory crews =
                SessionFactory.create(engine, o -> o.entities(Crew.class).listener(constraints));
        // end::events-validation
        assertThatThrownBy(() -> crews.begin(session -> session.add(new Crew(""))))
                .isInstanceOf(RefusedValuesException.class);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsSent() {
        Sailor wrong = new Sailor("Bartholomew \uD83D\uDEA2");
        wrong.berth.deck = "x";
        wrong.berth.number = 0;
        try (Session session = sessions.open()) {
            session.addAll(new Crew(" "), wrong);
            List<String> sent = database.statements()
                    .during(() -> assertThatThrownBy(session::flush)
                            .isInstanceOf(RefusedValuesException.class)
                            .hasMessageContaining("Crew (new).name has a letter")
                            .hasMessageContaining("Crew (new).sailors has one or two")
                            .hasMessageContaining("Sailor (new).name is short")
                            .hasMessageContaining("Sailor (new).crew sails with somebody")
                            .hasMessageContaining("Sailor (new).berth.deck names a deck")
                            .hasMessageContaining("Sailor (new).berth.number is positive")
                            .satisfies(thrown -> assertThat(((RefusedValuesException) thrown).refusals())
                                    .hasSize(6)));
            assertThat(sent).isEmpty();
        }
        try (Session session = sessions.open()) {
            session.add(new Crew("told once", new Sailor("Bartholomew")));
            assertThatThrownBy(session::flush)
                    .hasMessageEndingWith(":\n  Sailor (new).name is short"); // and not of the crew as well
        }
    }

    @Test
    void whatChangesIsCheckedAndNothingElseAndTheSessionGoesOn() {
        Crew crew = saved("changing");
        database.engine()
                .begin(connection ->
                        connection.execute(Sql.text("UPDATE validated_sailor SET name = 'much too long' WHERE id = :id")
                                .bind("id", crew.sailors.get(0).id)));
        try (Session session = sessions.open()) {
            Crew own = session.getOne(Crew.class, crew.id);
            Sailor unchanged = own.sailors.get(0);
            assertThat(unchanged.name).isEqualTo("much too long");
            own.name = "changed";
            session.flush();
            own.name = "";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(RefusedValuesException.class)
                    .hasMessageContaining("Crew#" + crew.id + ".name has a letter");
            own.name = "Nobody";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Crew#" + crew.id + ".somebody is of a crew that is not called Nobody");
            own.name = "changed again";
            session.commit();
        }
        sessions.begin(
                session -> assertThat(session.getOne(Crew.class, crew.id).name).isEqualTo("changed again"));
    }

    @Test
    void nothingIsLoadedToBeChecked() {
        Crew crew = saved("unloaded");
        try (Session session = sessions.open()) {
            Crew own = session.getOne(Crew.class, crew.id);
            assertThat(Entities.inspect(own).unloaded()).containsExactly("sailors");
            own.name = "renamed";
            database.statements().expect(1, session::flush);
            assertThat(Entities.inspect(own).unloaded()).containsExactly("sailors");
            Sailor sailor = session.getOne(Sailor.class, crew.sailors.get(0).id);
            sailor.name = "Bob";
            database.statements().expect(1, session::flush);
            assertThat(own.sailors).containsExactly(sailor);
            assertThat(Entities.inspect(own).unloaded()).isEmpty();
            sailor.crew = Lazy.empty();
            assertThatThrownBy(session::flush).hasMessageContaining("crew sails with somebody");
        }
    }

    @Test
    void groupsAreThoseOfTheKindOfChange() {
        Crew crew = saved("leaving");
        try (Session session = sessions.open()) {
            Crew own = session.getOne(Crew.class, crew.id);
            own.debts = 3;
            session.flush();
            own.sailors.forEach(session::delete);
            session.delete(own);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(RefusedValuesException.class)
                    .hasMessageContaining("debts must be paid first");
        }
        SessionFactory unchecked = SessionFactory.create(
                database.engine(),
                o -> o.entities(Crew.class, Sailor.class)
                        .listener(ValidationListener.of(VALIDATORS).onInsert().onUpdate()));
        unchecked.begin(session -> session.add(new Crew("")));
        List<Crew> nameless = unchecked.transaction(session -> session.execute(
                        select(CREW).where(CREW.column("name", String.class).eq("")))
                .all());
        assertThat(nameless).hasSize(1);
    }
}
