package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the tables of collections of values. The primary key is the owner's key with the index, or, of a set, with the element; elements of a list without
 * an index may be there twice, so that their table has none.
 */
final class ElementTables {
    /** Databases limit how long a key may be, and some count a character as four bytes. */
    private static final int LONGEST_KEY = 500;

    private static final Set<String> INCOMPARABLE =
            Set.of("java.lang.Float", "java.lang.Double", "dev.azoth.type.Json");

    private final Class<?> javaType;
    private final ElementsModel model;
    private final ElementShape shape;

    private ElementTables(Class<?> javaType, ElementsModel model, ElementShape shape) {
        this.javaType = javaType;
        this.model = model;
        this.shape = shape;
    }

    static ElementTable of(Class<?> javaType, ElementsModel model, ElementShape shape) {
        return new ElementTables(javaType, model, shape).make();
    }

    private ElementTable make() {
        EntityTable table = EntityTable.besides(javaType, model.schema(), model.table());
        boolean elementsAreKey = model.index().isEmpty() && model.collection() == CollectionKind.SET && isShort();
        boolean keyed = elementsAreKey || model.index().isPresent();
        List<Column<?>> owner = new ArrayList<>();
        for (JoinColumnModel each : model.ownerColumns()) {
            owner.add(table.add(inKey(TableAssembly.foreignColumn(each, javaType), keyed)));
        }
        Column<?> index = model.index()
                .<Column<?>>map(each ->
                        table.add(inKey(Column.of(each.column(), SqlTypes.of(each.type(), javaType)), true)))
                .orElse(null);
        List<Column<?>> elements = new ArrayList<>();
        for (ColumnModel each : shape.columns()) {
            elements.add(table.add(element(each, elementsAreKey)));
        }
        if (EntityModels.canBeReferredTo(javaType)) {
            table.foreignKey(
                    null,
                    owner,
                    this::ownerKey,
                    TableAssembly.action(model.passiveDelete()),
                    TableAssembly.action(EntityModels.followsKey(javaType)));
        }
        if (!keyed) {
            table.index(null, owner, false);
        }
        boolean comparable = shape.columns().stream().allMatch(each -> isComparable(each.type()));
        return new ElementTable(table, owner, index, elements, comparable);
    }

    private List<Column<?>> ownerKey() {
        EntityMapping<?> owner = EntityMapping.of(javaType);
        List<Column<?>> found = new ArrayList<>();
        for (JoinColumnModel each : model.ownerColumns()) {
            found.add(owner.table().column(each.referenced()));
        }
        return found;
    }

    private static Column<?> inKey(Column<?> column, boolean key) {
        return key ? column.primaryKey() : column.notNull();
    }

    private Column<?> element(ColumnModel each, boolean key) {
        Column<?> column = Column.of(each.column(), SqlTypes.of(each.type(), each.member(), javaType))
                .comment(each.comment());
        if (each.sensitive()) {
            column.sensitive();
        }
        if (key) {
            column.primaryKey();
        } else if (!each.nullable()) {
            column.notNull();
        }
        return column;
    }

    private boolean isShort() {
        int length = 0;
        for (ColumnModel each : shape.columns()) {
            int characters = characters(each.type());
            if (each.nullable() || characters < 0) {
                return false;
            }
            length += characters;
        }
        return length <= LONGEST_KEY;
    }

    /** How many characters a value may have that is of a key; -1 for one that cannot be. */
    private static int characters(TypeModel type) {
        if (type instanceof TypeModel.Text text) {
            return text.length() == 0 ? -1 : text.length();
        } else if (type instanceof TypeModel.Converted converted) {
            return characters(converted.base());
        } else if (type instanceof TypeModel.Enumeration) {
            return LONGEST_KEY / 2;
        }
        return isComparable(type) && !(type instanceof TypeModel.Bytes) ? 0 : -1;
    }

    private static boolean isComparable(TypeModel type) {
        if (type instanceof TypeModel.Standard standard) {
            return !INCOMPARABLE.contains(standard.className());
        } else if (type instanceof TypeModel.Converted converted) {
            return isComparable(converted.base());
        }
        return !(type instanceof TypeModel.Array) && !(type instanceof TypeModel.Provided);
    }
}
