package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes attributes, out of a model whose table is made, and the shape of the objects. */
final class MappingAssembly {
    private final EntityMapping<?> owner;
    private final TableAssembly tables;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<AttributeMapping> keyAttributes = new ArrayList<>();
    private final List<JoinTable> joinTables = new ArrayList<>();
    private final ObjectShape shape;

    MappingAssembly(EntityMapping<?> owner, EntityModel model) {
        this.owner = owner;
        this.tables = new TableAssembly(owner.javaType(), model);
        this.shape = shape(owner.javaType(), model.isRecord(), model.attributes(), "", false);
    }

    Table table() {
        return tables.table();
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
                AttributeMapping attribute =
                        attribute(each, prefix + each.member().name(), first);
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
            return new ToOneMapping(owner, name, toOne, index, columns, slots);
        }
        ToManyModel toMany = (ToManyModel) model;
        Optional<JoinTable> declared = toMany.joinTable()
                .map(each -> tables.joinTable(each, toMany.relation().target()));
        declared.ifPresent(joinTables::add);
        return new ToManyMapping(owner, name, toMany, index, declared.orElse(null));
    }

    private int slot(String column) {
        return table().columns().indexOf(table().column(column));
    }
}
