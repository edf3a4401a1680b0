package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes attributes, out of a model whose table is made, and the shape of the objects. */
final class MappingAssembly {
    private final EntityMapping<?> owner;
    private final @Nullable EntityMapping<?> parent;
    private final TableAssembly tables;
    private final List<Column<?>> columns;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<AttributeMapping> keyAttributes = new ArrayList<>();
    private final List<JoinTable> joinTables = new ArrayList<>();
    private final ObjectShape shape;

    MappingAssembly(EntityMapping<?> owner, EntityModel model, @Nullable EntityMapping<?> parent) {
        this.owner = owner;
        this.parent = parent;
        this.tables = TableAssembly.of(owner.javaType(), model, parent);
        this.columns = columns(tables.table(), parent);
        this.shape = shape(owner.javaType(), model.isRecord(), model.attributes(), "", false);
    }

    Table table() {
        return tables.table();
    }

    /** Those of the entity that is extended first, so that their slots are the same there and here. */
    private static List<Column<?>> columns(Table table, @Nullable EntityMapping<?> parent) {
        if (parent == null || parent.table() == table) {
            return table.columns();
        }
        List<Column<?>> all = new ArrayList<>(parent.columns());
        table.columns().stream().filter(each -> !each.isPrimaryKey()).forEach(all::add);
        return List.copyOf(all);
    }

    List<Column<?>> columns() {
        return columns;
    }

    List<TablePart> parts() {
        Table table = table();
        if (parent == null || parent.table() == table) {
            return List.of(new TablePart(table, table.columns(), table.primaryKey(), true));
        }
        List<TablePart> parts = new ArrayList<>(parent.tables());
        List<Column<?>> own =
                table.columns().stream().filter(each -> !each.isPrimaryKey()).toList();
        parts.add(new TablePart(table, own, table.primaryKey(), false));
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
            Column<?> made = table().column(column.column());
            return new ColumnAttribute(owner, name, column, index, made, slot(column.column()));
        }
        if (model instanceof ToOneModel toOne) {
            List<Column<?>> columns = new ArrayList<>();
            for (JoinColumnModel each : toOne.columns()) {
                columns.add(table().column(each.column()));
            }
            int[] slots = toOne.columns().stream()
                    .mapToInt(each -> slot(each.column()))
                    .toArray();
            Optional<Column<?>> place = toOne.index().map(each -> table().column(each.column()));
            return new ToOneMapping(owner, name, toOne, index, columns, slots, place);
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

    private int slot(String column) {
        return columns.indexOf(table().column(column));
    }
}
