package dev.azoth.orm.inheritance;

import static dev.azoth.orm.inheritance.Zoo.animal;
import static dev.azoth.orm.inheritance.Zoo.keeper;
import static dev.azoth.orm.inheritance.Zoo.shark;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Loading;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.inheritance.Zoo.Animal;
import dev.azoth.orm.inheritance.Zoo.Bird;
import dev.azoth.orm.inheritance.Zoo.Fish;
import dev.azoth.orm.inheritance.Zoo.Keeper;
import dev.azoth.orm.inheritance.Zoo.Meal;
import dev.azoth.orm.inheritance.Zoo.Shark;
import dev.azoth.orm.inheritance.Zoo.Size;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that keep their order, maps and collections of values, of entities with a table for each class and to them. */
@EveryDatabase
class TablePerClassCollectionsTest {
    private static final ColumnReference<Integer> ID = animal.column("id", Integer.class);
    private static final ToMany<Keeper, Animal> ROUND = keeper.toMany("round", Animal.class);
    private static final ToMany<Animal, Meal> MEALS = animal.toMany("meals", Meal.class);

    private final Database database;
    private final SessionFactory sessions;

    TablePerClassCollectionsTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Zoo.TABLES);
    }

    @BeforeEach
    void fill() {
        Keeper ann = new Keeper(1);
        Bird pip = new Bird(1, "pip");
        Fish wet = new Fish(2, "wet 🐟");
        Shark jaw = new Shark(3, "jaw");
        ann.round.addAll(List.of(jaw, pip, wet));
        ann.owned.put("wet 🐟", wet);
        ann.owned.put("pip", pip);
        ann.friends.put("toothy", jaw);
        pip.tags.addAll(Set.of("red", "small"));
        jaw.tags.add("big");
        jaw.teeth.addAll(List.of(7, 8));
        jaw.waters.addAll(List.of("salt", "salt"));
        wet.sizes.addAll(List.of(new Size(1, 2), new Size(3, null)));
        wet.counts.put("fins", 5);
        jaw.meals.addAll(List.of(new Meal(2), new Meal(1)));
        pip.meals.add(new Meal(3));
        jaw.likes.addAll(List.of(wet, pip, jaw));
        wet.mates.put("best", jaw);
        sessions.begin(session -> session.add(ann));
    }

    @AfterEach
    void nothingIsLeftOfWhatIsDeleted() {
        sessions.begin(session -> {
            session.execute(select(keeper)).all().forEach(session::delete);
            session.execute(select(animal)).all().forEach(session::delete);
        });
        database.engine()
                .begin(connection -> Zoo.TABLES
                        .tables()
                        .forEach(each -> assertThat(connection
                                        .execute(select(count()).from(each))
                                        .one())
                                .as("rows left in %s", each)
                                .isZero()));
    }

    private Map<Integer, Animal> animals(Session session) {
        return session.execute(select(animal).orderBy(ID)).all().stream()
                .collect(Collectors.toMap(each -> each.id, each -> each));
    }

    @Test
    void collectionsOfEveryKindComeBack() {
        try (Session session = sessions.open()) {
            Keeper ann = session.get(Keeper.class, 1).orElseThrow();
            assertThat(ann.round).extracting(each -> each.id).containsExactly(3, 1, 2);
            assertThat(ann.owned).containsOnlyKeys("wet 🐟", "pip");
            assertThat(ann.owned.get("wet 🐟")).isInstanceOf(Fish.class);
            assertThat(ann.friends.get("toothy")).isInstanceOf(Shark.class);
            Shark jaw = (Shark) ann.round.get(0);
            assertThat(jaw.tags).containsExactly("big");
            assertThat(jaw.teeth).containsExactlyInAnyOrder(7, 8);
            assertThat(jaw.waters).containsExactly("salt", "salt");
            assertThat(jaw.meals).extracting(each -> each.id).containsExactly(2, 1);
            assertThat(jaw.likes).extracting(each -> each.name).containsExactly("wet 🐟", "pip", "jaw");
            Animal wet = ann.round.get(2);
            assertThat(wet.sizes).containsExactly(new Size(1, 2), new Size(3, null));
            assertThat(wet.counts).containsExactly(Map.entry("fins", 5));
            assertThat(wet.mates.get("best")).isSameAs(jaw);
        }
    }

    @Test
    void everyStrategyLoadsThem() {
        for (var option : List.of(
                Loading.selectinload(ROUND).selectinload(MEALS),
                Loading.joinedload(ROUND).joinedload(MEALS),
                Loading.subqueryload(ROUND).subqueryload(MEALS))) {
            try (Session session = sessions.open(options -> options.strict(true))) {
                Keeper ann = session.execute(select(keeper).options(option)).one();
                assertThat(ann.round).extracting(each -> each.id).containsExactly(3, 1, 2);
                assertThat(ann.round.get(0).meals).extracting(each -> each.id).containsExactly(2, 1);
                assertThat(ann.round.get(2).meals).isEmpty();
            }
        }
        for (String each : List.of("selectin", "joined", "subquery")) {
            var tags = animal.elements("tags", String.class);
            var option = switch (each) {
                case "selectin" -> Loading.selectinload(tags);
                case "joined" -> Loading.joinedload(tags);
                default -> Loading.subqueryload(tags);
            };
            try (Session session = sessions.open(options -> options.strict(true))) {
                assertThat(session.execute(select(animal).orderBy(ID).options(option))
                                .all())
                        .extracting(it -> it.tags.size())
                        .as(each)
                        .containsExactly(2, 0, 1);
            }
        }
    }

    @Test
    void whatIsAddedMovedAndTakenOutIsWritten() {
        sessions.begin(session -> {
            Keeper ann = session.get(Keeper.class, 1).orElseThrow();
            Animal jaw = ann.round.get(0);
            ann.round.add(ann.round.remove(0));
            ann.round.add(0, new Bird(4, "new"));
            ann.owned.remove("pip");
            ann.friends.put("sharp", Objects.requireNonNull(ann.friends.remove("toothy")));
            jaw.tags.add("old");
            jaw.tags.remove("big");
            ((Shark) jaw).teeth.remove(7);
            jaw.meals.remove(0);
            jaw.meals.add(0, new Meal(4));
            jaw.likes.remove(0);
            Animal wet = ann.round.get(2);
            wet.sizes.add(0, new Size(0, 0));
            wet.counts.put("fins", 6);
            wet.mates.put("other", ann.round.get(0));
        });
        try (Session session = sessions.open()) {
            Keeper ann = session.get(Keeper.class, 1).orElseThrow();
            assertThat(ann.round).extracting(each -> each.id).containsExactly(4, 1, 2, 3);
            assertThat(ann.owned).containsOnlyKeys("wet 🐟");
            assertThat(ann.friends).containsOnlyKeys("sharp");
            Shark jaw = (Shark) ann.round.get(3);
            assertThat(jaw.tags).containsExactly("old");
            assertThat(jaw.teeth).containsExactly(8);
            assertThat(jaw.meals).extracting(each -> each.id).containsExactly(4, 1);
            assertThat(jaw.likes).extracting(each -> each.id).containsExactly(1, 3);
            Animal wet = ann.round.get(2);
            assertThat(wet.sizes).containsExactly(new Size(0, 0), new Size(1, 2), new Size(3, null));
            assertThat(wet.counts).containsExactly(Map.entry("fins", 6));
            assertThat(wet.mates).containsOnlyKeys("best", "other");
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointIsUndoneInThemToo() {
        try (Session session = sessions.open()) {
            Keeper ann = session.get(Keeper.class, 1).orElseThrow();
            Animal pip = ann.round.get(1);
            var savepoint = session.beginNested();
            ann.round.remove(pip);
            pip.tags.clear();
            ann.round.get(0).meals.clear();
            session.flush();
            savepoint.rollback();
            assertThat(ann.round).extracting(each -> each.id).containsExactly(3, 1, 2);
            assertThat(pip.tags).hasSize(2);
            assertThat(ann.round.get(0).meals).hasSize(2);
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(animals(session).get(1).tags).hasSize(2);
        }
    }

    @Test
    void queriesAskForThem() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(animal)
                                    .where(animal.elements("tags", String.class).contains("red")))
                            .one())
                    .isInstanceOf(Bird.class);
            assertThat(session.execute(select(shark)
                                    .where(shark.elements("teeth", Integer.class)
                                            .contains(8)))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(keeper)
                                    .where(ROUND.any(
                                            animal,
                                            animal.elements("tags", String.class)
                                                    .contains("big"))))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(animal)
                                    .where(MEALS.any(
                                            Zoo.meal,
                                            Zoo.meal.column("id", Integer.class).eq(3))))
                            .one()
                            .id)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsDeletedTakesItsOwnWithIt() {
        sessions.begin(session -> session.delete(animals(session).get(3)));
        try (Session session = sessions.open()) {
            Keeper ann = session.get(Keeper.class, 1).orElseThrow();
            assertThat(ann.round).extracting(each -> each.id).containsExactly(1, 2);
            assertThat(ann.friends).isEmpty();
            assertThat(session.execute(select(Zoo.meal)).all()).hasSize(1);
            assertThat(animals(session).get(2).mates).isEmpty();
        }
        sessions.begin(session -> session.execute(
                delete(animal).where(animal.column("name", String.class).eq("nobody"))));
    }
}
