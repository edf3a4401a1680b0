package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a query's exports become in FROM. */
final class DerivedColumns {
    private final List<Export> exports;
    private final List<DerivedColumn<?>> columns = new ArrayList<>();

    DerivedColumns(NamedFrom owner, List<Export> exports) {
        this.exports = exports;
        for (Export export : exports) {
            columns.add(new DerivedColumn<>(
                    owner, export.name(), export.expression().type()));
        }
    }

    List<DerivedColumn<?>> all() {
        return columns;
    }

    @SuppressWarnings("unchecked") // an export's column has the type of its expression
    <T> Optional<ColumnReference<T>> find(Expression<T> inner) {
        for (int i = 0; i < exports.size(); i++) {
            Expression<?> expression = exports.get(i).expression();
            if (expression.equals(inner)
                    || (expression instanceof Label<?> label
                            && label.expression().equals(inner))) {
                return Optional.of((ColumnReference<T>) columns.get(i));
            }
        }
        return Optional.empty();
    }
}
