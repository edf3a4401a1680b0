package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an element of a collection of values is taken apart into columns, and put together again. */
final class ElementShape {
    private final Class<?> owner;
    private final List<ColumnModel> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final @Nullable ObjectShape shape;

    ElementShape(AttributeModel element, Class<?> owner) {
        this.owner = owner;
        if (element instanceof EmbeddedModel embedded) {
            this.shape = shape(embedded, "");
        } else {
            columns.add((ColumnModel) element);
            names.add("");
            this.shape = null;
        }
    }

    private ObjectShape shape(EmbeddedModel embedded, String prefix) {
        List<ObjectShape.Part> parts = new ArrayList<>();
        for (AttributeModel each : embedded.attributes()) {
            int first = columns.size();
            ObjectShape nested = null;
            if (each instanceof EmbeddedModel inner) {
                nested = shape(inner, prefix + inner.member().name() + ".");
            } else {
                columns.add((ColumnModel) each);
                names.add(prefix + each.member().name());
            }
            parts.add(new ObjectShape.Part(
                    first, columns.size() - first, each.member().primitive(), nested));
        }
        Class<?> javaType = ClassNames.load(embedded.className(), owner);
        return new ObjectShape(
                javaType.getName(),
                Accesses.of(
                        javaType,
                        embedded.isRecord(),
                        embedded.attributes().stream()
                                .map(AttributeModel::member)
                                .toList()),
                parts);
    }

    /** The columns, in the order of the values. */
    List<ColumnModel> columns() {
        return columns;
    }

    /** The names of the members that they are; an empty one for a value of one column. */
    List<String> names() {
        return names;
    }

    boolean isEmbedded() {
        return shape != null;
    }

    @Nullable
    Object[] values(Object element) {
        if (shape == null) {
            return new @Nullable Object[] {element};
        }
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        shape.read(element, values);
        return values;
    }

    @Nullable
    Object element(@Nullable Object[] values) {
        return shape == null ? values[0] : shape.create(values);
    }
}
