package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.HierarchyModel.Strategy;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes attributes, out of a model whose table is made, and the shape of the objects. */
final class MappingAssembly {
    private final EntityMapping<?> owner;
    private final @Nullable EntityMapping<?> parent;
    private final TableAssembly tables;
    private final boolean whole;
    private final Table described;
    private final List<Column<?>> columns;
    private final Map<ColumnModel, Column<?>> computed = new HashMap<>();
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<AttributeMapping> keyAttributes = new ArrayList<>();
    private final List<JoinTable> joinTables = new ArrayList<>();
    private final ObjectShape shape;

    MappingAssembly(EntityMapping<?> owner, EntityModel model, @Nullable EntityMapping<?> parent) {
        this.owner = owner;
        this.parent = parent;
        this.tables = TableAssembly.of(owner.javaType(), model, parent);
        this.whole = model.hierarchy()
                .filter(each -> each.strategy() == Strategy.TABLE_PER_CLASS)
                .isPresent();
        this.described = whole && parent == null ? TableAssembly.description(owner.javaType(), model) : table();
        this.columns = allColumns();
        for (AttributeModel each : ownAttributes(model)) {
            if (each instanceof ColumnModel column && column.expression().isPresent()) {
                SqlType<?> type = SqlTypes.of(column.type(), column.member(), owner.javaType());
                Column<?> made = Column.of(column.column(), type);
                columns.add(column.sensitive() ? made.sensitive() : made);
                computed.put(column, made);
            }
        }
        this.shape = shape(owner.javaType(), model.isRecord(), model.attributes(), "", false);
    }

    Table table() {
        return tables.table();
    }

    List<Column<?>> key() {
        return described.primaryKey();
    }

    /** Those of the entity that is extended first, so that their slots are the same there and here. */
    private List<Column<?>> allColumns() {
        if (parent == null) {
            return new ArrayList<>(described.columns());
        }
        List<Column<?>> all = new ArrayList<>(parent.columns());
        if (parent.table() != described) {
            described.columns().stream().filter(each -> !isInherited(each)).forEach(all::add);
        }
        return all;
    }

    /** Whether a column of the table has what one of the entity that is extended has: its key, or, in a table of all columns, any of them. */
    private boolean isInherited(Column<?> column) {
        return whole ? inherited(column.name()).isPresent() : column.isPrimaryKey();
    }

    private Optional<Column<?>> inherited(String column) {
        return parent == null || !whole
                ? Optional.empty()
                : parent.columns().stream()
                        .filter(each -> each.name().equals(column))
                        .findFirst();
    }

    private List<AttributeModel> ownAttributes(EntityModel model) {
        return model.attributes()
                .subList(
                        parent == null ? 0 : parent.model().attributes().size(),
                        model.attributes().size());
    }

    List<Column<?>> columns() {
        return List.copyOf(columns);
    }

    List<TablePart> parts(boolean hasRows) {
        Table table = table();
        if (whole) {
            List<Column<?>> own = columns.stream()
                    .filter(each -> table.hasColumn(each.name()))
                    .toList();
            return hasRows ? List.of(TablePart.of(table, own, each -> table.column(each.name()), true)) : List.of();
        }
        if (parent == null || parent.table() == table) {
            return List.of(TablePart.of(table, table.columns(), true));
        }
        List<TablePart> parts = new ArrayList<>(parent.tables());
        List<Column<?>> own =
                table.columns().stream().filter(each -> !each.isPrimaryKey()).toList();
        parts.add(TablePart.of(table, own, false));
        return List.copyOf(parts);
    }

    List<JoinTable> joinTables() {
        return List.copyOf(joinTables);
    }

    List<AttributeMapping> attributes() {
        return List.copyOf(attributes);
    }

    List<AttributeMapping> keyAttributes() {
        return List.copyOf(keyAttributes);
    }

    ObjectShape shape() {
        return shape;
    }

    private ObjectShape shape(
            Class<?> javaType, boolean isRecord, List<AttributeModel> members, String prefix, boolean inKey) {
        List<ObjectShape.Part> parts = new ArrayList<>();
        for (AttributeModel each : members) {
            int first = attributes.size();
            ObjectShape nested = null;
            if (each instanceof EmbeddedModel embedded) {
                nested = shape(
                        ClassNames.load(embedded.className(), owner.javaType()),
                        embedded.isRecord(),
                        embedded.attributes(),
                        prefix + embedded.member().name() + ".",
                        inKey || embedded.id());
            } else {
                AttributeMapping attribute = isInherited(first)
                        ? Objects.requireNonNull(parent).attributes().get(first)
                        : attribute(each, prefix + each.member().name(), first);
                attributes.add(attribute);
                if (inKey || each.id()) {
                    keyAttributes.add(attribute);
                }
            }
            parts.add(new ObjectShape.Part(
                    first, attributes.size() - first, each.member().primitive(), nested));
        }
        return new ObjectShape(
                javaType.getName(),
                Accesses.of(
                        javaType,
                        isRecord,
                        members.stream().map(AttributeModel::member).toList()),
                parts);
    }

    /** What the entity that is extended has is one attribute there and here: the key and the members above come first. */
    private boolean isInherited(int attribute) {
        return parent != null && attribute < parent.attributes().size();
    }

    private AttributeMapping attribute(AttributeModel model, String name, int index) {
        if (model instanceof ColumnModel column) {
            Column<?> made = computed.containsKey(column) ? computed.get(column) : column(column.column());
            return new ColumnAttribute(owner, name, column, index, made, columns.indexOf(made));
        }
        if (model instanceof ToOneModel toOne) {
            List<Column<?>> foreign = new ArrayList<>();
            for (JoinColumnModel each : toOne.columns()) {
                foreign.add(column(each.column()));
            }
            int[] slots = foreign.stream().mapToInt(columns::indexOf).toArray();
            Optional<Column<?>> place = toOne.index().map(each -> column(each.column()));
            return new ToOneMapping(owner, name, toOne, index, foreign, slots, place);
        }
        if (model instanceof ElementsModel elements) {
            ElementShape elementShape = new ElementShape(elements.element(), owner.javaType());
            ElementTable table = ElementTables.of(owner.javaType(), elements, elementShape);
            return new ElementsMapping(owner, name, elements, index, elementShape, table);
        }
        ToManyModel toMany = (ToManyModel) model;
        Optional<JoinTable> declared = toMany.joinTable()
                .map(each ->
                        tables.joinTable(each, toMany.index(), toMany.relation().target()));
        declared.ifPresent(joinTables::add);
        return new ToManyMapping(owner, name, toMany, index, declared.orElse(null));
    }

    private Column<?> column(String column) {
        return inherited(column).orElseGet(() -> described.column(column));
    }
}
