package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.MappingException;
import dev.azoth.inspect.TableDescription;
import dev.azoth.orm.Entities;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What annotations say of tables and columns is stored with them. */
@EveryDatabase
class CommentedEntityTest {
    private static final MetaData TABLES = Entities.metadata(Depot.class, Crane.class);

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @Embeddable
    static class Spot {
        @Column(comment = "from the west")
        int x;

        @Column(comment = "from the south")
        int y;
    }

    @Entity
    @Table(name = "commented_depot", comment = "where things 'are' \\ é")
    static class Depot {
        @Id
        @Column(comment = "given by hand")
        int id;

        @Embedded
        @AttributeOverride(name = "y", column = @Column(name = "up", comment = "from the river"))
        Spot spot = new Spot();

        @ManyToOne
        @JoinColumn(name = "above", comment = "the depot that it belongs to")
        Depot above;

        @ElementCollection
        @CollectionTable(
                name = "commented_depot_name",
                joinColumns = @JoinColumn(name = "depot", comment = "whose name it is"))
        @Column(name = "said", comment = "a name")
        List<String> names = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "commented_depot_way",
                comment = "what is near what",
                joinColumns = @JoinColumn(name = "a", comment = "from here"),
                inverseJoinColumns = @JoinColumn(name = "b", comment = "to there"))
        List<Depot> near = new ArrayList<>();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @Table(name = "commented_machine", comment = "all of them")
    @Subclasses(Crane.class)
    static class Machine {
        @Id
        int id;
    }

    @Entity
    @Table(name = "commented_crane", comment = "what lifts")
    static class Crane extends Machine {
        @Column(comment = "in metres")
        int height;
    }

    private static Map<String, String> found(Database db, String table) {
        Map<String, String> found = new TreeMap<>();
        TableDescription there = db.engine().inspect().table(table).orElseThrow();
        there.comment().ifPresent(text -> found.put("", text));
        there.columns().forEach(each -> each.comment().ifPresent(text -> found.put(each.name(), text)));
        return found;
    }

    private static void check(Database db, String table, Map<String, String> expected) {
        assertThat(found(db, table)).isEqualTo(db.name().equals("sqlite") ? Map.of() : expected);
    }

    @Test
    void tablesAndColumnsOfEveryKindHaveThem(Database db) {
        check(
                db,
                "commented_depot",
                Map.of(
                        "",
                        "where things 'are' \\ é",
                        "id",
                        "given by hand",
                        "x",
                        "from the west",
                        "up",
                        "from the river",
                        "above",
                        "the depot that it belongs to"));
        check(db, "commented_depot_name", Map.of("depot", "whose name it is", "said", "a name"));
        check(db, "commented_depot_way", Map.of("", "what is near what", "a", "from here", "b", "to there"));
    }

    @Test
    void eachTableOfEntitiesThatExtendEachOtherHasItsOwn(Database db) {
        check(db, "commented_machine", Map.of("", "all of them"));
        check(db, "commented_crane", Map.of("", "what lifts", "height", "in metres"));
    }

    @Entity
    @Table(name = "commented_wrongly", comment = "a\0b")
    static class Wrong {
        @Id
        @Column(comment = "c\0d")
        int id;
    }

    @Test
    void whatCannotBeStoredIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> Entities.metadata(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("CommentedEntityTest.Wrong: its comment has a NUL, which databases do not store")
                .hasMessageContaining(
                        "CommentedEntityTest.Wrong.id: its comment has a NUL, which databases do not store");
    }
}
