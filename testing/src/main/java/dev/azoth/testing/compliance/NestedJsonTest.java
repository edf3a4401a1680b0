package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.arrayOf;
import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.dialect.DelegatingCodec;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.CustomType;
import dev.azoth.type.JsonForm;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of other queries that come as JSON, in the statement of their owners. */
@EveryDatabase
class NestedJsonTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> number =
            Column.of("number", Types.INTEGER).primaryKey();
    private static final Column<String> word = Column.of("word", Types.VARCHAR(20));
    private static final Table words = Table.of(METADATA, "word", number, word);

    record Purchase(long id, BigDecimal total) {}

    record Customer(String name, List<Purchase> orders) {}

    record Piece(@Nullable Integer pieces, boolean active, String text) {}

    record Part(long id, Optional<Piece> pieces) {}

    record Whole(String name, Set<Part> parts) {}

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(words)
                        .columns(number, word)
                        .row(1, "ann")
                        .row(2, "bob")
                        .row(3, "ann")
                        .row(4, null)));
    }

    private static Purchase purchase(long id, String total) {
        return new Purchase(id, new BigDecimal(total));
    }

    private static Nested<Purchase, List<Purchase>> orders() {
        return nested(select(order.id, order.total).orderBy(order.id.desc()).as(Purchase.class))
                .on(order.customerId.eq(customer.id));
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void rowsComeWithTheirOwners(Database db) {
        var customers =
                select(customer.name, orders().json()).orderBy(customer.id).as(Customer.class);
        String where = " FROM purchase WHERE purchase.customer_id = customer.id";

        db.expect(customers)
                .sql(
                        "postgresql",
                        "SELECT customer.name, (SELECT json_agg(json_build_array(purchase.id,"
                                + " CAST(purchase.total AS text)) ORDER BY purchase.id DESC)" + where
                                + ") FROM customer"
                                + " ORDER BY customer.id")
                .sql(
                        "h2",
                        "SELECT customer.name, (SELECT json_arrayagg(json_array(purchase.id, CAST(purchase.total AS"
                                + " VARCHAR) NULL ON NULL) ORDER BY purchase.id DESC)" + where
                                + ") FROM customer ORDER BY customer.id")
                .sql(
                        "sqlite",
                        "SELECT customer.name, json((SELECT json_group_array(json_array(purchase.id,"
                                + " CAST(purchase.total AS TEXT)) ORDER BY purchase.id DESC)" + where
                                + ")) FROM customer"
                                + " ORDER BY customer.id")
                .sql(
                        "duckdb",
                        "SELECT customer.name, (SELECT to_json(list(json_array(purchase.id,"
                                + " CAST(purchase.total AS VARCHAR)) ORDER BY purchase.id DESC))" + where
                                + ") FROM customer"
                                + " ORDER BY customer.id")
                .sql(
                        "mysql",
                        "SELECT customer.name, json_extract((SELECT concat('[', group_concat(json_array(purchase.id,"
                                + " CAST(purchase.total AS CHAR)) ORDER BY purchase.id DESC SEPARATOR ','), ']')"
                                + where
                                + "), '$') FROM customer ORDER BY customer.id")
                .sql(
                        "mariadb",
                        "SELECT customer.name, json_extract((SELECT concat('[', group_concat(json_array(purchase.id,"
                                + " CAST(purchase.total AS CHAR)) ORDER BY purchase.id DESC SEPARATOR ','), ']')"
                                + where
                                + "), '$') FROM customer ORDER BY customer.id")
                .rows(
                        new Customer("ann", List.of(purchase(2, "20.00"), purchase(1, "10.50"))),
                        new Customer("bob", List.of(purchase(3, "5.25"))),
                        new Customer("cid", List.of()));
        db.statements().expect(1, () -> db.all(customers));
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void bothWaysReadTheSame(Database db) {
        var maps = orders().asMap(order.pieces).json();
        var sets = orders().asSet();
        var firsts = orders().first();
        var people = select(customer.id).orderBy(customer.id);

        List<Row> one = db.all(people.addColumns(orders(), maps, sets.json(), firsts.json()));
        List<Row> two = db.all(people.addColumns(orders().select(), maps.select(), sets.select(), firsts.select()));

        assertThat(one)
                .extracting(Row::values)
                .isEqualTo(two.stream().map(Row::values).toList());
        assertThat(one.get(0).get(maps)).isEqualTo(Map.of(7, purchase(1, "10.50"), 2, purchase(2, "20.00")));
        assertThat(one.get(0).get(maps).keySet()).containsExactly(2, 7);
        assertThat(one.get(2).values()).isEqualTo(List.of(3L, List.of(), Map.of(), Set.of(), Optional.empty()));
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void queriesAreNestedToAnyDepth(Database db) {
        TableAlias same = order.as("same");
        var pieces = nested(select(same.get(order.pieces), value(true), value("it's \"\\"))
                        .from(same)
                        .as(Piece.class))
                .on(same.get(order.id).eq(order.id))
                .first()
                .json();
        Select<Part> parts = select(order.id, pieces).orderBy(order.id).as(Part.class);
        var whole = select(
                        customer.name,
                        nested(parts)
                                .on(order.customerId.eq(customer.id))
                                .asSet()
                                .json())
                .orderBy(customer.id)
                .as(Whole.class);

        db.statements()
                .expect(
                        1,
                        () -> assertThat(db.all(whole))
                                .containsExactly(
                                        new Whole("ann", Set.of(part(1, 7), part(2, 2))),
                                        new Whole("bob", Set.of(part(3, 3))),
                                        new Whole("cid", Set.of())));
    }

    private static Part part(long id, int pieces) {
        return new Part(id, Optional.of(new Piece(pieces, true, "it's \"\\")));
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void eachStatementHasItsOwnValuesAndTellsOfItsOwnExpressions(Database db) {
        for (int least : new int[] {3, 7}) {
            var more = order.pieces.plus(least);
            var some = nested(select(more, construct(Purchase.class, order.id, order.total))
                            .where(order.pieces.ge(least), order.id.lt(parameter("below", Types.BIGINT)))
                            .orderBy(order.id))
                    .on(order.customerId.eq(customer.id))
                    .json();
            try (Connection connection = db.engine().connect()) {
                Row row = connection
                        .execute(select(customer.name, some).where(customer.id.eq(1L)), Map.of("below", 9L))
                        .one();
                assertThat(row.get(some)).hasSize(1);
                assertThat(row.get(some).get(0).get(more)).isEqualTo(7 + least);
                assertThat(row.get(some).get(0).get(1)).isEqualTo(purchase(1, "10.50"));
            }
        }
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void ownersStreamAlsoWhereNothingElseMayRun(Database db) {
        try (Connection connection = db.engine().connect();
                Result<Row> rows =
                        connection.stream(select(customer.name, orders().json()).orderBy(customer.id), 1)) {
            assertThat(rows.all()).hasSize(3);
        }
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void textsAreComparedByTheDatabase(Database db) {
        TableAlias same = words.as("same");
        var numbers = nested(select(number).orderBy(number))
                .on(word.eq(same.get(word)))
                .json();
        var words = select(same.get(word), numbers).from(same).orderBy(same.get(number));
        var bySelect = select(same.get(word), numbers.select()).from(same).orderBy(same.get(number));
        var limited = select(
                        same.get(word),
                        nested(select(number).orderBy(number.desc()).limit(1)).on(word.eq(same.get(word))))
                .from(same)
                .orderBy(same.get(number));

        db.statements()
                .expect(
                        1,
                        () -> assertThat(seconds(db.all(words)))
                                .containsExactly(List.of(1, 3), List.of(2), List.of(1, 3), List.of()));
        db.statements()
                .expect(
                        2,
                        () -> assertThat(seconds(db.all(bySelect)))
                                .containsExactly(List.of(1, 3), List.of(2), List.of(1, 3), List.of()));
        assertThat(seconds(db.all(limited))).containsExactly(List.of(3), List.of(2), List.of(3), List.of());
    }

    private static List<@Nullable Object> seconds(List<Row> rows) {
        return rows.stream().<@Nullable Object>map(row -> row.get(1)).toList();
    }

    private record Base(TypeCodec<String> base) implements DelegatingCodec<String> {
        @Override
        public Optional<JsonForm<String>> jsonForm() {
            return Optional.empty();
        }
    }

    /** A type that says nothing of JSON. */
    private record Plain() implements CustomType<String> {
        @Override
        public TypeCodec<String> codec(ServerInfo server, TypeCodecs codecs) {
            return new Base(codecs.codec(Types.TEXT));
        }

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public String name() {
            return "PLAIN";
        }
    }

    @Test
    void whatHasNoFormInJsonIsReadByASelect(Database db) {
        var plain = nested(select(value("x", new Plain()), order.id).from(order).orderBy(order.id))
                .on(order.customerId.eq(customer.id));

        db.statements().expect(2, () -> db.all(select(plain)));
        assertThatThrownBy(() -> db.all(select(plain.json())))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("the nested query of purchase cannot come as JSON from ")
                .hasMessageEndingWith(
                        ": the type PLAIN has no exact form in JSON there; read it by select(), or leave out json()");
        assertThatThrownBy(() -> db.all(select(nested(select(order.id).limit(2))
                        .on(order.customerId.eq(customer.id))
                        .json())))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining(": it has a limit; ");
        assertThatThrownBy(() -> db.all(select(customer.id, orders().json()).distinct()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining(": the query around it is distinct, grouped or chosen by window functions; ");
        assertThat(db.all(select(customer.id, orders()).distinct().orderBy(customer.id)))
                .extracting(row -> ((List<?>) row.get(1)).size())
                .containsExactly(2, 1, 0);
    }

    @Test
    @Requires(Capability.NESTED_JSON)
    void twoRowsOfAMapHaveTwoKeys(Database db) {
        for (Nested<?, ?> wrong : List.of(
                orders().asMap(order.customerId).json(),
                orders().asMap(order.customerId).select())) {
            db.engine().compile(select(customer.name, wrong));
            assertThatThrownBy(() -> db.all(select(customer.name, wrong).orderBy(customer.id)))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.statement()).isPresent())
                    .hasMessageContaining("two rows of a nested query have the key 1 in one map");
        }
    }

    @Test
    void arraysComeInJson(Database db) {
        if (!db.has(Capability.ARRAYS)) {
            return;
        }
        var names = nested(select(order.id, arrayOf(order.pieces, nullValue(Types.INTEGER)), arrayOf(value("it's"))))
                .on(order.customerId.eq(customer.id))
                .json();
        var found = db.all(select(customer.id, names).where(customer.id.eq(2L)));
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.get(names))
                        .singleElement()
                        .extracting(Row::values)
                        .isEqualTo(List.of(3L, Arrays.asList(3, null), List.of("it's"))));
    }
}
