package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows with those of nested queries: {@value #PAGE} rows are read, then for each nested query the rows of these owners, with one statement.
 */
final class NestedRows<T> implements Result.Rows<T> {
    static final int PAGE = 500;

    private final StatementRunner runner;
    private final ResultSetRows<@Nullable Object[]> owners;
    private final List<NestedSlot> slots;
    private final Function<@Nullable Object[], @Nullable T> maker;
    private final NamedValues named;
    private final Deque<@Nullable Object[]> page = new ArrayDeque<>();
    private @Nullable Object @Nullable [] current;
    private boolean ended;
    private boolean cut;

    NestedRows(
            StatementRunner runner,
            ResultSetRows<@Nullable Object[]> owners,
            List<NestedSlot> slots,
            Function<@Nullable Object[], @Nullable T> maker,
            NamedValues named) {
        this.runner = runner;
        this.owners = owners;
        this.slots = slots;
        this.maker = maker;
        this.named = named;
    }

    @Override
    public boolean next() {
        if (cut) {
            throw new InvalidRequestException(ResultSetRows.CUT);
        }
        if (page.isEmpty() && !ended) {
            read();
        }
        current = page.pollFirst();
        return current != null;
    }

    private void read() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (rows.size() < PAGE && !ended) {
            if (owners.next()) {
                rows.add(Objects.requireNonNull(owners.current()));
            } else {
                end();
            }
        }
        try {
            runner.connection().telling(() -> slots.forEach(slot -> new NestedLoad(this::run, slot).load(rows)));
        } catch (RuntimeException e) {
            close();
            throw owners.failed(e);
        }
        page.addAll(rows);
    }

    private Result<Row> run(Select<Row> statement) {
        return runner.run(statement, named, 0, null);
    }

    private void end() {
        ended = true;
        runner.connection().results().forget(this);
    }

    @Override
    public @Nullable T current() {
        @Nullable Object[] row = current;
        if (row == null) {
            throw new IllegalStateException("there is no current row");
        }
        try {
            return maker.apply(row);
        } catch (RuntimeException e) {
            close();
            throw owners.failed(e);
        }
    }

    @Override
    public void cut() {
        if (!ended) {
            cut = true;
            close();
        }
    }

    @Override
    public void close() {
        end();
        page.clear();
        owners.close();
    }
}
