package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.inheritance.Fleet.Bike;
import dev.azoth.orm.inheritance.Fleet.Tanker;
import dev.azoth.orm.inheritance.Fleet.Truck;
import dev.azoth.orm.inheritance.Staff.Architect;
import dev.azoth.orm.inheritance.Staff.CashPayment;
import dev.azoth.orm.inheritance.Staff.Engineer;
import dev.azoth.orm.inheritance.Staff.Manager;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Entities that extend each other, some at a time. */
@EveryDatabase
class InheritancePartitionsTest {
    private final SessionFactory sessions;

    InheritancePartitionsTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void create(Database database) {
        database.engine().createAll(Fleet.TABLES);
        database.engine().createAll(Staff.TABLES);
        SessionFactory.create(database.engine()).begin(session -> {
            session.addAll(
                    new Truck(1, "one", 10),
                    new Bike(2, "two", "1.5"),
                    new Tanker(3, "three", 30, "milk"),
                    new Bike(4, "four", null),
                    new Truck(5, "five", 50));
            session.addAll(
                    new Manager("ann", 1),
                    new Engineer("bob", "java"),
                    new Architect("cid", "c", "bare"),
                    new CashPayment("p1", "1", 1),
                    new CashPayment("p2", "2", 2),
                    new CashPayment("p3", "3", 3));
        });
    }

    private <E> List<String> inParts(EntityPath<E> entity, Function<E, String> name) {
        List<String> found = new ArrayList<>();
        try (Session session = sessions.open()) {
            List<Integer> sizes = new ArrayList<>();
            for (List<E> part : session.partitions(select(entity), 2)) {
                sizes.add(part.size());
                part.forEach(each -> found.add(name.apply(each)));
            }
            assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(2);
            List<String> streamed = new ArrayList<>();
            session.stream(select(entity).options(readOnly()), 2).forEach(each -> streamed.add(name.apply(each)));
            assertThat(streamed).containsExactlyInAnyOrderElementsOf(found);
        }
        return found;
    }

    private static String named(Object entity, String name) {
        return entity.getClass().getSimpleName() + " " + name;
    }

    @Test
    void ofATableForEachClass() {
        assertThat(inParts(Fleet.vehicle, each -> named(each, each.name)))
                .containsExactlyInAnyOrder("Truck one", "Bike two", "Tanker three", "Bike four", "Truck five");
        assertThat(inParts(Fleet.truck, each -> named(each, each.name)))
                .containsExactlyInAnyOrder("Truck one", "Tanker three", "Truck five");
    }

    @Test
    void ofATableForEachClassAndAFirstOneForAll() {
        assertThat(inParts(Staff.employee, each -> named(each, each.name)))
                .containsExactlyInAnyOrder("Manager ann", "Engineer bob", "Architect cid");
    }

    @Test
    void ofOneTable() {
        assertThat(inParts(Staff.payment, each -> String.valueOf(each.number)))
                .containsExactlyInAnyOrder("p1", "p2", "p3");
    }
}
