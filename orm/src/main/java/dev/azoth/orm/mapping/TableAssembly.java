package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.JoinTableModel;
import dev.azoth.orm.mapping.model.TableModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.TextFragment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a model. Foreign keys ask for the other entity's table late, so that entities may refer to each other. */
final class TableAssembly {
    private final Class<?> javaType;
    private final Table table;
    private final Table numbering;
    // A table is closed by its first use, so columns are found here as long as it is being made
    private final Map<String, Column<?>> made = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private boolean nullable;

    private TableAssembly(Class<?> javaType, Table table) {
        this(javaType, table, table);
    }

    /**
     * An assembly.
     *
     * @param numbering the table whose name a sequence has that is given none
     */
    private TableAssembly(Class<?> javaType, Table table, Table numbering) {
        this.javaType = javaType;
        this.table = table;
        this.numbering = numbering;
    }

    /** The tables of an entity; of one that extends another, what it adds to that one's. */
    static TableAssembly of(Class<?> javaType, EntityModel model, @Nullable EntityMapping<?> parent) {
        HierarchyModel hierarchy = model.hierarchy().orElse(null);
        boolean shared = hierarchy != null && hierarchy.strategy() == HierarchyModel.Strategy.SINGLE_TABLE;
        boolean whole = hierarchy != null && hierarchy.strategy() == HierarchyModel.Strategy.TABLE_PER_CLASS;
        if (parent != null && shared) {
            return new TableAssembly(javaType, parent.table());
        }
        Table table =
                new EntityTable(javaType, model.table().schema(), model.table().name());
        // the keys of all classes are of one sequence, whichever table a row is in
        table.comment(model.table().comment());
        TableAssembly assembly = new TableAssembly(
                javaType, table, parent != null && whole ? parent.key().get(0).table() : table);
        if (parent != null && !whole) {
            assembly.addKeyOf(parent);
            assembly.add(model.attributes()
                    .subList(
                            parent.model().attributes().size(),
                            model.attributes().size()));
            assembly.addIndexes(List.of(model), parent.model().table().indexes());
            return assembly;
        }
        if (hierarchy != null && !whole) {
            assembly.addDiscriminator(hierarchy, model.attributes());
        }
        assembly.add(model.attributes());
        assembly.addIndexes(
                hierarchy != null && shared ? assembly.addBelow(model, hierarchy) : List.of(model), List.of());
        return assembly;
    }

    /** What the rows of all classes have, where each class has a table of its own: never created. */
    static Table description(Class<?> javaType, EntityModel model) {
        TableAssembly assembly = new TableAssembly(
                javaType,
                new EntityTable(javaType, model.table().schema(), model.table().name()));
        assembly.addDiscriminator(model.hierarchy().orElseThrow(), model.attributes());
        assembly.collectWritten(model.attributes());
        assembly.addColumns(model.attributes(), false);
        return assembly.table;
    }

    private void addDiscriminator(HierarchyModel hierarchy, List<AttributeModel> attributes) {
        if (attributes.stream()
                .anyMatch(each -> each instanceof ColumnModel column
                        && column.expression().isPresent()
                        && column.column().equals(hierarchy.discriminator()))) {
            return; // an expression tells
        }
        Column<?> column = Hierarchy.discriminator(hierarchy, javaType);
        made.put(column.name(), column);
        addColumns(attributes.stream().filter(AttributeModel::id).toList(), false); // the key stands first
        table.add(column);
    }

    private void addKeyOf(EntityMapping<?> parent) {
        List<Column<?>> own = new ArrayList<>();
        for (Column<?> each : parent.table().primaryKey()) {
            own.add(table.add(Column.of(each.name(), each.type()).primaryKey()));
        }
        own.forEach(each -> made.put(each.name(), each));
        table.foreignKey(
                null,
                own,
                parent.table()::primaryKey,
                ForeignKey.Action.NO_ACTION,
                action(EntityModels.followsKey(parent.javaType())));
    }

    /** Adds what entities in the same table have; their columns are null in rows of others. */
    private List<EntityModel> addBelow(EntityModel first, HierarchyModel hierarchy) {
        List<EntityModel> models = new ArrayList<>(List.of(first));
        for (HierarchyModel.Member each :
                hierarchy.members().subList(1, hierarchy.members().size())) {
            EntityModel model = EntityModels.of(ClassNames.load(each.className(), javaType));
            models.add(model);
            List<AttributeModel> own = model.attributes()
                    .subList(
                            models.get(each.parent()).attributes().size(),
                            model.attributes().size());
            nullable = true;
            add(own);
        }
        return models;
    }

    private void add(List<AttributeModel> attributes) {
        collectWritten(attributes);
        addColumns(attributes, false);
        addKeys(attributes);
    }

    private void addIndexes(List<EntityModel> models, List<TableModel.IndexModel> above) {
        new IndexAssembly(javaType, table, made).add(models, above);
    }

    Table table() {
        return table;
    }

    /** Of several attributes over one column, the one that writes it says what the column is. */
    private void collectWritten(List<AttributeModel> attributes) {
        for (AttributeModel each : attributes) {
            if (each instanceof ColumnModel column && (column.insertable() || column.updatable())) {
                written.add(column.column());
            } else if (each instanceof EmbeddedModel embedded) {
                collectWritten(embedded.attributes());
            } else if (each instanceof ToOneModel toOne) {
                toOne.columns().stream()
                        .filter(join -> join.insertable() || join.updatable())
                        .forEach(join -> written.add(join.column()));
            }
        }
    }

    private boolean isSaidElsewhere(String column, boolean insertable, boolean updatable) {
        return made.containsKey(column) || (!insertable && !updatable && written.contains(column));
    }

    private void addColumns(List<AttributeModel> attributes, boolean inKey) {
        for (AttributeModel each : attributes) {
            boolean id = inKey || each.id();
            if (each instanceof ColumnModel column) {
                addColumn(column, id);
            } else if (each instanceof EmbeddedModel embedded) {
                addColumns(embedded.attributes(), id);
            } else if (each instanceof ToOneModel toOne) {
                boolean unique = toOne.oneToOne() && toOne.columns().size() == 1 && !id;
                toOne.columns().forEach(join -> addForeignColumn(join, id, toOne.optional(), unique));
                toOne.index().ifPresent(index -> made.put(index.column(), table.add(index(index))));
            }
        }
    }

    private void addColumn(ColumnModel model, boolean id) {
        if (model.expression().isPresent() || isSaidElsewhere(model.column(), model.insertable(), model.updatable())) {
            return;
        }
        Column<?> column = Column.of(model.column(), SqlTypes.of(model.type(), model.member(), javaType));
        column.comment(model.comment());
        if (model.sensitive()) {
            column.sensitive();
        }
        if (!model.nullable() && !nullable) {
            column.notNull();
        }
        if (id) {
            column.primaryKey();
        }
        if (model.unique()) {
            column.unique();
        }
        give(model.generation(), column);
        made.put(column.name(), table.add(column));
    }

    /** Declares what the database does for rows that lack a value. */
    private <T> void give(Generation generation, Column<T> column) {
        if (generation instanceof Generation.Identity) {
            column.identity();
        } else if (generation instanceof Generation.Numbered numbered) {
            table.sequence(SequenceNumbers.of(numbered, numbering).sequence());
        } else if (generation instanceof Generation.Default value) {
            column.serverDefault(expression(value.sql(), column));
        } else if (generation instanceof Generation.Computed computed) {
            column.computed(expression(computed.sql(), column));
        } else if (generation instanceof Generation.Fetched fetched && fetched.system()) {
            column.system();
        } else if (generation instanceof Generation.Expression expression) {
            column.defaultFrom(expression(expression.sql(), column));
            if (expression.changes()) {
                column.onUpdate(expression(expression.sql(), column));
            }
        }
    }

    private static <T> Expression<T> expression(String sql, Column<T> column) {
        return new TextExpression<>(new TextFragment(List.of(sql), List.of(), Map.of()), column.type());
    }

    private void addForeignColumn(JoinColumnModel model, boolean id, boolean optional, boolean unique) {
        if (isSaidElsewhere(model.column(), model.insertable(), model.updatable())) {
            return;
        }
        Column<?> column = foreignColumn(model, javaType);
        if (!optional && !nullable) {
            column.notNull();
        }
        if (id) {
            column.primaryKey();
        }
        if (unique) {
            column.unique();
        }
        made.put(column.name(), table.add(column));
    }

    static Column<?> foreignColumn(JoinColumnModel model, Class<?> javaType) {
        return Column.of(model.column(), SqlTypes.of(model.type(), javaType)).comment(model.comment());
    }

    private void addKeys(List<AttributeModel> attributes) {
        for (AttributeModel each : attributes) {
            if (each instanceof ToOneModel toOne
                    && !toOne.columns().isEmpty()
                    && !toOne.relation().viewOnly()) {
                List<Column<?>> local = named(
                        toOne.columns().stream().map(JoinColumnModel::column).toList());
                foreignKey(table, local, toOne.columns(), toOne.relation().target(), action(toOne.deleted()));
                if (toOne.oneToOne() && local.size() > 1) {
                    table.unique(null, local);
                }
            } else if (each instanceof EmbeddedModel embedded) {
                addKeys(embedded.attributes());
            }
        }
    }

    private void foreignKey(
            Table from, List<Column<?>> local, List<JoinColumnModel> columns, String target, ForeignKey.Action action) {
        // a foreign key refers to one table, which is created with it
        Class<?> other = ClassNames.load(target, javaType);
        if (EntityModels.canBeReferredTo(other)) {
            from.foreignKey(null, local, remote(columns, target), action, onUpdate(from, other));
        }
    }

    /** Within one table not every database has rows follow, so that there the session has them do it. */
    private ForeignKey.Action onUpdate(Table from, Class<?> target) {
        return action(!isInOwnTable(from, target) && EntityModels.followsKey(target));
    }

    private boolean isInOwnTable(Table from, Class<?> target) {
        return from == table && (target.isAssignableFrom(javaType) || javaType.isAssignableFrom(target));
    }

    static ForeignKey.Action action(boolean carried) {
        return carried ? ForeignKey.Action.CASCADE : ForeignKey.Action.NO_ACTION;
    }

    private Supplier<List<Column<?>>> remote(List<JoinColumnModel> columns, String target) {
        return () -> {
            Table other = EntityMapping.of(ClassNames.load(target, javaType)).table();
            List<Column<?>> found = new ArrayList<>();
            columns.forEach(each -> found.add(other.column(each.referenced())));
            return found;
        };
    }

    JoinTable joinTable(JoinTableModel model, Optional<IndexColumnModel> place, String target) {
        EntityTable between = EntityTable.besides(javaType, model.schema(), model.name());
        between.comment(model.comment());
        List<Column<?>> owner = addPairColumns(between, model.ownerColumns());
        List<Column<?>> other = addPairColumns(between, model.targetColumns());
        Optional<Column<?>> index = place.map(each -> between.add(index(each)));
        foreignKey(between, owner, model.ownerColumns(), javaType.getName(), action(false));
        foreignKey(between, other, model.targetColumns(), target, action(false));
        if (model.targetUnique()) {
            between.unique(null, other);
        }
        return new JoinTable(between, owner, other, index);
    }

    /** It may be null, until the collection at the other end was written. */
    private Column<?> index(IndexColumnModel model) {
        return Column.of(model.column(), SqlTypes.of(model.type(), javaType));
    }

    private List<Column<?>> addPairColumns(Table between, List<JoinColumnModel> models) {
        List<Column<?>> columns = new ArrayList<>();
        for (JoinColumnModel each : models) {
            columns.add(between.add(foreignColumn(each, javaType).primaryKey()));
        }
        return columns;
    }

    private List<Column<?>> named(List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(each -> columns.add(Objects.requireNonNull(made.get(each), each)));
        return columns;
    }
}
