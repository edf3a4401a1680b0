package dev.azoth.orm.mapping;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.MappingException;
import dev.azoth.inspect.TableDescription;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.NamingStrategy;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.Indexed;
import dev.azoth.orm.annotation.Naming;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.NamingConvention;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables and columns are called as a strategy says, wherever their names are written. */
@EveryDatabase
class NamingStrategyTest {
    /** {@code T_WORD} and {@code C_WORD}. */
    static final class Prefixed implements NamingStrategy {
        @Override
        public String table(String name) {
            return "T_" + name.toUpperCase(Locale.ROOT);
        }

        @Override
        public String column(String name) {
            return "C_" + name.toUpperCase(Locale.ROOT);
        }

        @Override
        public NamingConvention constraints() {
            return NamingConvention.STANDARD
                    .with(NamingConvention.Kind.INDEX, index -> index.table() + "_I_" + index.joinedColumns())
                    .with(
                            NamingConvention.Kind.FOREIGN_KEY,
                            key -> key.table() + "_TO_" + key.referredTable() + "_" + key.joinedColumns());
        }
    }

    @MappedSuperclass
    @Naming(Prefixed.class)
    @Indexed
    abstract static class Named {
        @Id
        int id;

        @Column(name = "select")
        String label = "";
    }

    @Embeddable
    static class Spot {
        int x;
        int y;
    }

    @Entity
    @Table(name = "ns_yard", indexes = @Index(columnList = "x,y", unique = true))
    static class Yard extends Named {
        Spot spot = new Spot();

        @OneToMany(mappedBy = "yard", cascade = CascadeType.ALL)
        @OrderColumn
        List<Thing> things = new ArrayList<>();

        @ElementCollection
        @OrderColumn
        List<String> notes = new ArrayList<>();

        @ManyToMany
        List<Keeper> keepers = new ArrayList<>();
    }

    @Entity
    @Table(name = "ns_thing")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Subclasses(Crane.class)
    static class Thing extends Named {
        @ManyToOne
        Yard yard;
    }

    @Entity
    @Table(name = "ns_crane")
    static class Crane extends Thing {
        int height;
    }

    /** Of another way to name things. */
    @Entity
    @Table(name = "ns_keeper")
    static class Keeper {
        @Id
        int keeperNumber;

        @ManyToOne
        @Nullable
        Yard firstYard;
    }

    private static final MetaData TABLES = Entities.metadata(Yard.class, Crane.class, Keeper.class);
    private static final EntityPath<Yard> YARD = Entities.path(Yard.class);

    private final SessionFactory sessions;

    NamingStrategyTest(Database db) {
        sessions = SessionFactory.create(db.engine());
    }

    @PrepareDatabase
    static void createTables(Database db) {
        db.engine().createAll(TABLES);
    }

    private static List<String> columns(Database db, String table) {
        return db.engine().inspect().table(table).orElseThrow().columns().stream()
                .map(TableDescription.ColumnDescription::name)
                .toList();
    }

    @Test
    void everyTableAndColumnIsCalledAsItSays(Database db) {
        assertThat(columns(db, "T_NS_YARD")).containsExactly("C_ID", "C_SELECT", "C_X", "C_Y");
        assertThat(columns(db, "T_NS_THING"))
                .containsExactly("C_ID", "C_DTYPE", "C_SELECT", "C_YARD_ID", "C_THINGS_ORDER");
        assertThat(columns(db, "T_NS_CRANE")).containsExactly("C_ID", "C_HEIGHT");
        assertThat(columns(db, "T_NS_YARD_NOTES")).containsExactly("C_YARD_ID", "C_NOTES_ORDER", "C_NOTES");
        assertThat(columns(db, "T_NS_YARD_KEEPERS")).containsExactly("C_YARD_ID", "C_KEEPER_KEEPER_NUMBER");
        assertThat(columns(db, "ns_keeper")).containsExactly("keeper_number", "first_yard_id");
    }

    @Test
    void constraintsAndIndexesAreNamedByItToo(Database db) {
        TableDescription thing = db.engine().inspect().table("T_NS_THING").orElseThrow();
        assertThat(thing.indexes())
                .extracting(TableDescription.IndexDescription::name)
                .contains("T_NS_THING_I_C_YARD_ID");
        if (db.has(Capability.CONSTRAINT_NAMES)) {
            assertThat(thing.foreignKeys())
                    .extracting(TableDescription.ForeignKeyDescription::name)
                    .containsExactly("T_NS_THING_TO_T_NS_YARD_C_YARD_ID");
        }
        assertThat(TABLES.table("ns_keeper").orElseThrow().foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactly("fk_ns_keeper_first_yard_id");
    }

    @Test
    void objectsAreWrittenReadAndAskedForAsEver() {
        sessions.begin(session -> {
            Yard yard = new Yard();
            yard.id = 1;
            yard.label = "west";
            yard.spot.x = 3;
            yard.notes.addAll(List.of("b", "a"));
            Crane crane = new Crane();
            crane.id = 7;
            crane.height = 40;
            crane.yard = yard;
            yard.things.add(crane);
            Keeper keeper = new Keeper();
            keeper.keeperNumber = 9;
            yard.keepers.add(keeper);
            session.addAll(List.of(keeper, yard));
            session.flush();
            keeper.firstYard = yard;
        });

        sessions.begin(session -> {
            Yard found = session.execute(select(YARD)
                            .where(YARD.column("label", String.class).eq("west"))
                            .options(
                                    selectinload(YARD.toMany("things", Thing.class)),
                                    selectinload(YARD.toMany("keepers", Keeper.class))))
                    .one();
            assertThat(found.spot.x).isEqualTo(3);
            assertThat(found.notes).containsExactly("b", "a");
            assertThat(found.things).singleElement().isInstanceOf(Crane.class);
            assertThat(((Crane) found.things.get(0)).height).isEqualTo(40);
            assertThat(found.keepers.get(0).firstYard).isSameAs(found);
            found.label = "east";
            found.notes.remove(0);
        });
        sessions.begin(session -> {
            Yard found = session.get(Yard.class, 1).orElseThrow();
            assertThat(found.label).isEqualTo("east");
            assertThat(found.notes).containsExactly("a");
        });
    }

    static final class Same implements NamingStrategy {
        @Override
        public String column(String name) {
            return "c";
        }
    }

    static final class Nameless implements NamingStrategy {
        @Override
        public String table(String name) {
            return "";
        }
    }

    @Entity
    @Naming(Same.class)
    static class Two {
        @Id
        int id;

        int other;
    }

    @Entity
    @Naming(Nameless.class)
    static class NoName {
        @Id
        int id;
    }

    @Entity
    @Subclasses(Below.class)
    static class Above {
        @Id
        int id;
    }

    @Entity
    @Naming(Prefixed.class)
    static class Below extends Above {}

    @Test
    void whatDoesNotTellColumnsApartIsRefused() {
        assertThatThrownBy(() -> Entities.metadata(Two.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(Two.class.getName() + " cannot be mapped: " + Same.class.getName()
                        + " calls the columns id and other both \"c\"");
        assertThatThrownBy(() -> Entities.metadata(NoName.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(NoName.class.getName() + " cannot be mapped: " + Nameless.class.getName()
                        + " calls the table no_name \"\": a name is neither empty nor has it a NUL");
        assertThatThrownBy(() -> Entities.metadata(Below.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Naming is for dev.azoth.orm.mapping.NamingStrategyTest.Above,"
                        + " the first of the entities that extend each other: put it there");
    }
}
