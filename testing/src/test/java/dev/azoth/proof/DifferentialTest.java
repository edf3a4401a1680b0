package dev.azoth.proof;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.compile.StatementWalk;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever can be said in the expression language has the value on every database that Java makes of it, but for the {@link Fact}s. */
@EveryDatabase
class DifferentialTest {
    @PrepareDatabase
    static void create(Database db) {
        Sample.METADATA.createAll(db.engine());
    }

    @Test
    void expressionsHaveTheValuesThatJavaGivesThem(Database db) {
        Arbitrary<List<Expression<?>>> expressions = Smaller.<Expression<?>>arbitrary(
                        chance -> new RandomExpressions(chance, Sample.first).any(4), Nodes::operands)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
        Trials.run(
                400,
                Combinators.combine(RandomValues.rows(1), expressions)
                        .as((rows, subject) -> new Trial<>(rows, List.of(), subject)),
                trial -> check(db, trial, oneSelect(db, trial)));
    }

    @Test
    void queriesHaveTheRowsThatJavaGivesThem(Database db) {
        Arbitrary<Query<Row>> queries =
                Smaller.arbitrary(chance -> new RandomQueries(chance).query(), query -> List.of());
        Trials.run(
                600,
                Combinators.combine(RandomValues.rows(0), RandomValues.rows(0), queries)
                        .as(Trial::new),
                trial -> {
                    if (hasRows(db, trial.evaluator(db.name()), trial.subject())) {
                        check(db, trial, trial.subject());
                    }
                });
    }

    /** Who meets a difference finds it in the manual, in the same words. */
    @Test
    void factsAreInTheManual() throws IOException {
        String page = Files.readString(Path.of("../docs/core/dialects.md"));
        for (Fact fact : Fact.values()) {
            assertThat(page).contains("| " + fact.description());
        }
    }

    /** Those that have a value here on all rows, side by side. */
    private static Query<Row> oneSelect(Database db, Trial<List<Expression<?>>> trial) {
        Evaluator evaluator = trial.evaluator(db.name());
        List<Selectable<?>> selected = new ArrayList<>(List.of(Sample.first.id));
        for (Expression<?> expression : trial.subject()) {
            if (hasRows(db, evaluator, select(List.of(expression)).from(Sample.first))) {
                selected.add(expression);
            }
        }
        return select(selected).from(Sample.first).orderBy(Sample.first.id.asc().nullsFirst());
    }

    /** Whether the database can say it, and no fact is in the way. */
    private static boolean hasRows(Database db, Evaluator evaluator, Query<?> query) {
        try {
            db.engine().compile(query);
            evaluator.query(query, null);
            return true;
        } catch (CompileException | Undefined e) {
            return false;
        }
    }

    private static void check(Database db, Trial<?> trial, Query<Row> query) {
        List<List<@Nullable Object>> expected = trial.evaluator(db.name()).query(query, null);
        List<List<@Nullable Object>> found;
        try (Connection connection = db.engine().connect()) {
            trial.insert(connection);
            found = connection.execute(query).map(Row::values).all();
        } catch (DatabaseException e) {
            throw new AssertionError(described(db, trial, query) + "\nfailed: " + e.getMessage(), e);
        }
        boolean sorted = query instanceof Select<?> select && !select.orderBy().isEmpty();
        if (sorted ? !areEqual(expected, found) : !areEqualInAnyOrder(expected, found)) {
            throw new AssertionError(described(db, trial, query) + "\nexpected " + expected + "\nbut was  " + found);
        }
    }

    private static boolean areEqual(List<List<@Nullable Object>> expected, List<List<@Nullable Object>> found) {
        boolean equal = expected.size() == found.size();
        for (int i = 0; equal && i < found.size(); i++) {
            equal = Values.areRead(expected.get(i), found.get(i));
        }
        return equal;
    }

    private static boolean areEqualInAnyOrder(
            List<List<@Nullable Object>> expected, List<List<@Nullable Object>> found) {
        List<List<@Nullable Object>> left = new ArrayList<>(found);
        for (List<@Nullable Object> row : expected) {
            int index = 0;
            while (index < left.size() && !Values.areRead(row, left.get(index))) {
                index++;
            }
            if (index == left.size()) {
                return false;
            }
            left.remove(index);
        }
        return left.isEmpty();
    }

    private static String described(Database db, Trial<?> trial, Query<?> query) {
        Object[] values = StatementWalk.of(query).values();
        return db.name() + ": " + db.engine().compile(query).sql(values) + "\nwith " + Arrays.toString(values) + "\nt "
                + trial.first() + "\nu " + trial.second();
    }
}
