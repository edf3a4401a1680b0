package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.abs;
import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.nullif;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.order;
import static dev.azoth.type.Types.INTEGER;

import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Label;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bound value has its type also where nothing stands beside it that has one. H2 did not know it there. */
@EveryDatabase
class BoundValueTest {
    private static final CaseWhen<Integer> LARGE = caseWhen(order.pieces.gt(2), 1);

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aCaseOfValuesIsSummed(Database db) {
        db.expect(select(sum(LARGE.otherwise(0))))
                .sql("h2", "SELECT sum(CASE WHEN purchase.pieces > ? THEN CAST(? AS INTEGER) ELSE ? END) FROM purchase")
                .sql("SELECT sum(CASE WHEN purchase.pieces > ? THEN ? ELSE ? END) FROM purchase")
                .parameters(2, 1, 0)
                .rows(2);
        db.expect(select(sum(LARGE), sum(LARGE.otherwise(nullValue(INTEGER))), abs(sum(LARGE.otherwise(-4)))))
                .rows(List.of(2, 2, 2));
        db.expect(select(sum(LARGE.otherwise(order.pieces))))
                .sql("SELECT sum(CASE WHEN purchase.pieces > ? THEN ? ELSE purchase.pieces END) FROM purchase")
                .rows(4);
    }

    @Test
    void valuesAreAggregated(Database db) {
        db.expect(select(sum(value(2)), avg(value(3)), max(value("a"))).from(order))
                .rows(List.of(6, 3.0, "a"));
        db.expect(select(sum(value(2).plus(1))).from(order)).rows(9);
    }

    @Test
    void theFirstValueThatIsThereIsTaken(Database db) {
        db.expect(select(coalesce(value(2), 1), coalesce(nullValue(INTEGER), 1), nullif(value(2), value(2))))
                .rows(Arrays.asList(2, 1, null));
    }

    @Test
    void aQueryOfValuesIsATableOfTheirTypes(Database db) {
        Label<Integer> two = value(2).as("two");
        Subquery query = select(two).from(order).subquery("q");
        db.expect(select(sum(query.get(two))))
                .sql("h2", "SELECT sum(q.two) FROM (SELECT CAST(? AS INTEGER) AS two FROM purchase) AS q")
                .sql("SELECT sum(q.two) FROM (SELECT ? AS two FROM purchase) AS q")
                .rows(6);
        db.expect(select(value(2)).unionAll(select(value(2)))).rows(2, 2);
    }
}
