package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Composite;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The makers of things selected, each of which takes the next columns. */
final class SelectionMakers {
    private final List<? extends ResultColumn<?>> columns;
    private final boolean composites;
    private final BitSet nested = new BitSet();
    private int next;

    /**
     * Makers.
     *
     * @param composites whether composites are made already, each in the place of one column
     */
    SelectionMakers(List<? extends ResultColumn<?>> columns, boolean composites) {
        this.columns = columns;
        this.composites = composites;
    }

    /** One part of a selection: how it is made, and what it is for those who compare it with a record's components. */
    private record Part(RowMaker maker, String name, Class<?> javaType) {}

    RowMaker of(Projection projection, List<? extends Selectable<?>> selection) {
        List<Part> parts = new ArrayList<>();
        selection.forEach(each -> parts.add(part(each)));
        RowMaker[] makers = parts.stream().map(Part::maker).toArray(RowMaker[]::new);
        if (projection instanceof Projection.Single && makers.length == 1) {
            return makers[0];
        }
        if (projection instanceof Projection.Into into) {
            RecordConstructor constructor = RecordConstructor.of(
                    into.type(),
                    parts.stream().map(Part::name).toList(),
                    parts.stream().<Class<?>>map(Part::javaType).toList());
            return values -> constructor.make(all(makers, values));
        }
        RowShape shape = new RowShape(parts.stream().map(Part::name).toList(), selection);
        return values -> new Row(shape, all(makers, values));
    }

    private static @Nullable Object[] all(RowMaker[] makers, @Nullable Object[] values) {
        @Nullable Object[] made = new Object[makers.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = makers[i].make(values);
        }
        return made;
    }

    private Part part(Selectable<?> selected) {
        int first = next;
        if (selected instanceof Construct<?> construct) {
            RowMaker maker = of(construct.projection(), construct.parts());
            return new Part(
                    construct.optional() ? optional(maker, first, next) : maker, construct.name(), javaType(construct));
        }
        if (selected instanceof Nested<?, ?> rows) {
            next += columns.get(first).isNested() ? 1 : rows.expressions().size();
            nested.set(first, next);
            return new Part(values -> values[first], rows.name(), rows.form().javaType());
        }
        if (selected instanceof Composite<?> composite) {
            next += composites ? 1 : composite.expressions().size();
            RowMaker maker = composites ? values -> values[first] : severalForOne(next - first);
            return new Part(maker, composite.compositeName(), composite.javaType());
        }
        next += selected.expressions().size();
        if (selected instanceof Expression<?> expression) {
            return new Part(
                    values -> values[first],
                    columns.get(first).name(),
                    expression.type().javaType());
        }
        return new Part(severalForOne(next - first), "", Object.class);
    }

    private static Class<?> javaType(Construct<?> construct) {
        if (construct.projection() instanceof Projection.Into into) {
            return into.type();
        }
        return construct.projection() instanceof Projection.Rows ? Row.class : Object.class;
    }

    /** A construct is null when all its columns are; those whose place the rows of a nested query take are not asked. */
    private RowMaker optional(RowMaker maker, int from, int to) {
        int[] asked = IntStream.range(from, to).filter(i -> !nested.get(i)).toArray();
        return values -> {
            for (int i : asked) {
                if (values[i] != null) {
                    return maker.make(values);
                }
            }
            return asked.length == 0 ? maker.make(values) : null;
        };
    }

    /** An entity takes several columns; only its session can make one object of them, with a decoder of its own. */
    static RowMaker severalForOne(int columns) {
        return values -> {
            throw new CompileException("what is selected takes " + columns
                    + " columns for one thing: run it in a Session, or select columns");
        };
    }
}
