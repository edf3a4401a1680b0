package dev.azoth.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Some of a table's rows, by chance; see {@link Sql#tableSample}. Two of the same are equal.
 *
 * @param table   the table
 * @param method  how rows are taken
 * @param percent how many hundredths of them, about
 * @param seed    what chance begins with, so that the same rows come again
 * @param name    the name in FROM; empty if the compiler gives it
 */
public record TableSample(NamedTable table, Method method, BigDecimal percent, OptionalLong seed, String name)
        implements NamedFrom {
    /** How rows are taken. */
    public enum Method {
        /** Each row or not. */
        BERNOULLI,
        /** Each block of rows or not, which is faster. */
        SYSTEM;

        /** As it is written. */
        public String sql() {
            return name().toUpperCase(Locale.ROOT);
        }
    }

    /** Checks the share. */
    public TableSample {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a sample is of more than 0 and at most 100 percent, not " + percent);
        }
    }

    static TableSample of(NamedTable table, Method method, double percent) {
        return new TableSample(table, method, BigDecimal.valueOf(percent), OptionalLong.empty(), "");
    }

    /** The same rows each time, as long as the table does not change. */
    public TableSample repeatable(long start) {
        return new TableSample(table, method, percent, OptionalLong.of(start), name);
    }

    /** The same under a name. */
    public TableSample named(String to) {
        return new TableSample(table, method, percent, seed, Names.checked(to));
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return table.columns().stream()
                .map(column -> new DerivedColumn<>(this, column.name(), column.type()))
                .toList();
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        if (inner instanceof ColumnReference<T> column && column.table().equals(table)) {
            return new DerivedColumn<>(this, column.name(), column.type());
        }
        throw missing(inner.toString());
    }

    @Override
    public void describe(Structure out) {
        out.node(table).value(method).value(percent.toPlainString()).value(seed).value(name);
    }
}
