package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Traversal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that may run on several shards, and what it says of its rows as a whole, which each shard knows of its own alone. */
final class ShardedStatement {
    private final Statement<?> statement;
    private final @Nullable OnShards said;

    private ShardedStatement(Statement<?> statement, @Nullable OnShards said) {
        this.statement = statement;
        this.said = said;
    }

    static ShardedStatement of(Statement<?> statement, QueryOption... options) {
        List<QueryOption> all = new ArrayList<>(statement instanceof Select<?> select ? select.options() : List.of());
        all.addAll(List.of(options));
        OnShards said = null;
        for (QueryOption each : all) {
            said = each instanceof OnShards on ? on : said;
        }
        return new ShardedStatement(statement, said);
    }

    Statement<?> statement() {
        return statement;
    }

    Collection<String> shards(ShardChooser chooser, Collection<String> all) {
        return said == null ? chooser.shardsOf(statement, all) : said.names(all);
    }

    /** How many rows there are at most. */
    long limit() {
        return statement instanceof Select<?> select
                ? select.limit().flatMap(ShardedStatement::known).orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
    }

    private static Optional<Long> known(Expression<Long> limit) {
        if (limit instanceof Bind<Long> bind) {
            return Optional.ofNullable(bind.value());
        }
        return limit instanceof Literal<Long> literal ? Optional.ofNullable(literal.value()) : Optional.empty();
    }

    /**
     * Checks that what it gives on several shards is what it would give on one with all rows.
     *
     * @param ordered whether rows are merged in an order, and limited, in memory
     */
    void checkSeparable(boolean ordered) {
        List<String> whole = statement instanceof Query<?> query ? whole(query, ordered) : List.of();
        if (whole.isEmpty() || (said != null && said.isSeparately())) {
            return;
        }
        throw new InvalidRequestException("what a query says of its rows as a whole, no shard knows: here "
                + String.join(", ", whole) + "\n  in order, merged in memory   session.execute(query, comparator)"
                + "\n  for each shard by itself     select(…).options(OnShards.all().separately())"
                + "\n  of one shard                 select(…).options(OnShards.of(name))");
    }

    private static List<String> whole(Query<?> query, boolean ordered) {
        if (!(query instanceof Select<?> select)) {
            return List.of("a set operation, or a text");
        }
        List<String> whole = new ArrayList<>();
        add(whole, "ORDER BY", !ordered && !select.orderBy().isEmpty());
        boolean counted = ordered
                && select.fetch().equals(Fetch.ROWS)
                && select.limit().flatMap(ShardedStatement::known).isPresent();
        add(whole, "LIMIT", select.limit().isPresent() && !counted);
        add(whole, "OFFSET", select.offset().isPresent());
        add(whole, "DISTINCT", select.isDistinct() || !select.distinctOn().isEmpty());
        add(whole, "GROUP BY", !select.groupBy().isEmpty() || select.grouping().isPresent());
        add(whole, "QUALIFY", select.qualify().isPresent());
        add(whole, "an aggregate or a window", select.selection().stream().anyMatch(ShardedStatement::isOfMany));
        return whole;
    }

    private static void add(List<String> whole, String what, boolean there) {
        if (there) {
            whole.add(what);
        }
    }

    private static boolean isOfMany(Selectable<?> selected) {
        boolean[] found = {false};
        Traversal.walk(selected, node -> {
            found[0] |= node instanceof FunctionCall<?> call
                    && (call.isAggregate() || call.aggregation().over() != null);
            return !found[0] && !(node instanceof Query);
        });
        return found[0];
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
