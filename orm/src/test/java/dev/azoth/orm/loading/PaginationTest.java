package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.loading.Trade.City;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.loading.Trade.TreeNode;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of objects with all that belongs to them. Complaint answered: that a limit with a joined collection cuts it, or reads the whole table into memory. */
@EveryDatabase
class PaginationTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final EntityPath<City> CITY = Trade.city.as("c");
    private static final Select<Customer> BY_CITY = select(Trade.customer)
            .from(Trade.customer)
            .leftJoin(CITY, Trade.home.on(CITY))
            .orderBy(CITY.column("name", String.class).desc().nullsLast(), ID.desc());
    private static final QueryOption DEEP =
            joinedload(Trade.purchases).joinedload(Trade.lines).joinedload(Trade.parts);

    private final Database database;

    PaginationTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static String whole(Customer customer) {
        StringBuilder text = new StringBuilder(customer.name).append(customer.clubs.size());
        for (Purchase purchase : customer.purchases) {
            text.append(' ').append(purchase.id);
            purchase.lines.forEach(
                    line -> text.append('/').append(line.number).append(':').append(line.parts.size()));
        }
        return text.toString();
    }

    @Test
    void pagesOfEverySizeHaveWholeObjectsInTheOrderOfAJoinedColumn() {
        List<String> expected = List.of("Bob1 20/1:1", "Ada2 10/1:2/2:0 11/1:0", "Dan0", "Cyd0 30");
        for (int size = 1; size <= 5; size++) {
            List<String> found = new ArrayList<>();
            for (int from = 0; from < 4; from += size) {
                try (HeldObjects session = new HeldObjects(database)) {
                    session.strict = true;
                    session.all(BY_CITY.offset(from).limit(size).options(DEEP, joinedload(Trade.clubs)))
                            .forEach(each -> found.add(whole(each)));
                }
            }
            assertThat(found).as("pages of %s", size).isEqualTo(expected);
        }
    }

    @Test
    void secondCollectionIsLoadedByAStatementOfItsOwn() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Sent.during(database, () -> session.all(BY_CITY.limit(2).options(DEEP, joinedload(Trade.clubs))))
                    .wasStatements(2);
        }
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThat(session.all(BY_CITY.offset(4).limit(2).options(DEEP))).isEmpty();
            assertThat(session.all(BY_CITY.limit(0).options(DEEP))).isEmpty();
        }
    }

    @Test
    void treesArePagedWithTheirChildren() {
        ColumnReference<Long> id = Trade.node.column("id", Long.class);
        Select<TreeNode> nodes = select(Trade.node).orderBy(id);
        for (var option : List.of(
                joinedload(Trade.children).recursive(2),
                selectinload(Trade.children).recursive())) {
            List<String> found = new ArrayList<>();
            for (int from = 0; from < 4; from++) {
                try (HeldObjects session = new HeldObjects(database)) {
                    session.strict = true;
                    TreeNode node = session.one(nodes.offset(from).limit(1).options(option));
                    found.add(node.id + ":"
                            + node.children.stream()
                                    .map(each -> each.id + "/" + each.children.size())
                                    .toList());
                }
            }
            assertThat(found).as("%s", option).containsExactly("1:[2/1, 3/0]", "2:[4/0]", "3:[]", "4:[]");
        }
    }
}
