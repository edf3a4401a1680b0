package dev.azoth.compile;

import static dev.azoth.compile.RandomTables.age;
import static dev.azoth.compile.RandomTables.id;
import static dev.azoth.compile.RandomTables.name;
import static dev.azoth.compile.RandomTables.noted;
import static dev.azoth.compile.RandomTables.person;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;

import dev.azoth.sql.Dml;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Merge;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Statement;
import java.util.List;
import java.util.Random;

/** Makes one statement, small enough that another of the same structure comes soon. */
final class RandomStatements extends RandomQueries {
    RandomStatements(Random random) {
        super(random);
    }

    Statement<?> statement() {
        return this.<Statement<?>>make(
                this::completed,
                this::composed,
                this::inserted,
                this::changed,
                this::merged,
                this::compound,
                this::grouped,
                this::textual,
                this::named,
                () -> query().map(String::length),
                () -> DriverText.of(of("SELECT ?", "SELECT ? + 1"), List.of(random.nextInt())),
                this::query,
                this::query,
                this::query);
    }

    /** With the defaults of the columns. */
    private Dml<?> completed() {
        return oneIn(2)
                ? insert(noted).values(noted.body, text()).completed()
                : update(noted)
                        .set(noted.body, text())
                        .where(noted.body.eq(text()))
                        .completed();
    }

    private Insert<?> inserted() {
        Insert<?> one = insert(person).values(name, text()).values(age, number());
        Insert<?> two = insert(person).columns(id, name).row(1L, text()).row(2L, "x");
        return make(
                () -> one,
                () -> two,
                () -> oneIn(2) ? two.prefix("PREFIX") : two.prefix("PREFIX", of("sqlite", "h2")),
                () -> oneIn(2)
                        ? one.suffix(of("SUFFIX1", "SUFFIX2"))
                        : one.returning(id, name).as(RandomTables.Pair.class),
                () -> oneIn(2) ? one.returning(id) : one.returning(age),
                () -> insert(person).columns(name).select(query()),
                () -> insert(person).parameters(List.of(id, oneIn(2) ? name : age)),
                () -> two.onConflict(id).doNothing(),
                () -> one.onConflict(id)
                        .where(age.gt(literal(random.nextInt(3))))
                        .doUpdate(x -> x.set(name, text())),
                () -> two.onConflict(id).doUpdate(x -> x.set(name, oneIn(2) ? x.excluded(name) : text())),
                () -> one.onConflict(id).doUpdate(x -> x.set(name, text()).where(condition())));
    }

    private RowChange<?> changed() {
        var update = update(person).set(name, text()).where(condition());
        var delete = delete(person).where(condition());
        return this.<RowChange<?>>make(
                () -> update.from(other).where(other.get(id).eq(id)).set(age, number()),
                () -> delete.using(other).where(other.get(name).eq(text())),
                () -> update.orderBy(name).limit(random.nextInt(3)),
                () -> delete.orderBy(oneIn(2) ? name.desc() : age.asc()).limit(1),
                () -> update.returning(name, age),
                () -> delete.returning(id),
                () -> delete.statementHint(of("HINT1", "HINT2"), "h2"),
                () -> update.prefix("PREFIX", of("sqlite", "h2")),
                () -> delete,
                () -> update);
    }

    private Merge<?> merged() {
        var source = select(other.get(id), other.get(name)).from(other).subquery("s");
        var named = source.get("name", String.class);
        Merge<?> merge =
                merge(person).using(source, source.get("id", Long.class).eq(id));
        merge = oneIn(2)
                ? merge.whenMatched(named.ne(text())).update(row -> row.set(name, oneIn(2) ? named : text()))
                : merge.whenMatched().delete();
        merge = oneIn(2)
                ? merge.whenNotMatched().insert(row -> row.set(name, named).set(age, number()))
                : merge;
        merge = oneIn(4) ? merge.whenNotMatchedBySource().doNothing() : merge;
        return oneIn(3) ? merge.returning(id) : merge;
    }
}
