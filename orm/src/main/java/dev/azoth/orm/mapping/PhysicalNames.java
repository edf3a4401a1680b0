package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.NamingStrategy;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.IndexOptionsModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.JoinTableModel;
import dev.azoth.orm.mapping.model.TableModel;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Gives a model the names that the entity's {@link NamingStrategy} makes of those that the rules found, wherever the model has one. */
final class PhysicalNames {
    private final Class<?> entity;
    private final NamingStrategy strategy;
    private final Map<String, String> columns = new HashMap<>();

    private PhysicalNames(Class<?> entity, NamingStrategy strategy) {
        this.entity = entity;
        this.strategy = strategy;
    }

    static EntityModel of(EntityModel model, Class<?> entity) {
        return new PhysicalNames(entity, Namings.of(entity)).of(model);
    }

    private EntityModel of(EntityModel model) {
        return new EntityModel(
                model.className(),
                model.isRecord(),
                table(model.table()),
                model.rows(),
                attributes(model.attributes()),
                model.hierarchy().map(this::hierarchy),
                model.keyClass());
    }

    private String table(String name) {
        return checked("table", name, strategy::table);
    }

    private String column(String name) {
        String made = checked("column", name, strategy::column);
        String other = columns.putIfAbsent(made, name);
        if (other != null && !other.equals(name)) {
            throw wrong("calls the columns " + other + " and " + name + " both \"" + made + "\"");
        }
        return made;
    }

    private String checked(String what, String name, UnaryOperator<String> naming) {
        String made = naming.apply(name);
        if (made == null || made.isEmpty() || made.indexOf('\0') >= 0) {
            throw wrong(
                    "calls the " + what + " " + name + " \"" + made + "\": a name is neither empty nor has it a NUL");
        }
        return made;
    }

    private MappingException wrong(String problem) {
        return new MappingException(
                entity.getName() + " cannot be mapped: " + strategy.getClass().getName() + " " + problem);
    }

    private TableModel table(TableModel model) {
        return new TableModel(
                model.schema(),
                table(model.name()),
                model.comment(),
                model.checks(),
                model.unique().stream().map(this::index).toList(),
                model.indexes().stream().map(this::index).toList());
    }

    private IndexModel index(IndexModel model) {
        IndexOptionsModel options = model.options();
        return new IndexModel(
                model.name(),
                columns(model.columns()),
                model.unique(),
                model.made(),
                new IndexOptionsModel(
                        options.where(),
                        columns(options.include()),
                        options.method(),
                        options.operatorClass(),
                        columns(options.descending())));
    }

    private List<String> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    private HierarchyModel hierarchy(HierarchyModel model) {
        return new HierarchyModel(
                model.strategy(), column(model.discriminator()), model.type(), model.members(), model.position());
    }

    private List<AttributeModel> attributes(List<AttributeModel> models) {
        return models.stream().map(this::attribute).toList();
    }

    private AttributeModel attribute(AttributeModel model) {
        if (model instanceof ColumnModel column) {
            return column.named(column(column.column()));
        } else if (model instanceof EmbeddedModel embedded) {
            return new EmbeddedModel(
                    embedded.member(),
                    embedded.className(),
                    embedded.isRecord(),
                    embedded.id(),
                    attributes(embedded.attributes()));
        } else if (model instanceof ToOneModel toOne) {
            return toOne(toOne);
        } else if (model instanceof ToManyModel toMany) {
            return toMany(toMany);
        }
        return besides().elements((ElementsModel) model, entity);
    }

    private ToOneModel toOne(ToOneModel model) {
        return new ToOneModel(
                model.member(),
                model.relation(),
                model.id(),
                model.oneToOne(),
                model.optional(),
                joined(model.columns(), ClassNames.load(model.relation().target(), entity)),
                model.derived(),
                model.deleted(),
                model.index().map(this::place));
    }

    /** A place in a collection is kept in the table of the pairs, or in that of the other end. */
    private ToManyModel toMany(ToManyModel model) {
        Class<?> target = ClassNames.load(model.relation().target(), entity);
        PhysicalNames kept = model.joinTable().isPresent() ? besides() : new PhysicalNames(target, Namings.of(target));
        return new ToManyModel(
                model.member(),
                model.relation(),
                model.manyToMany(),
                model.collection(),
                model.joinTable().map(each -> kept.joinTable(each, target)),
                model.index().map(kept::place),
                model.mapKey(),
                model.orderBy());
    }

    /** For a table of its own, whose columns are others. */
    private PhysicalNames besides() {
        return new PhysicalNames(entity, strategy);
    }

    private JoinTableModel joinTable(JoinTableModel model, Class<?> target) {
        return new JoinTableModel(
                model.schema(),
                table(model.name()),
                model.comment(),
                joined(model.ownerColumns(), entity),
                joined(model.targetColumns(), target),
                model.targetUnique());
    }

    private ElementsModel elements(ElementsModel model, Class<?> owner) {
        return new ElementsModel(
                model.member(),
                model.collection(),
                model.schema(),
                table(model.table()),
                joined(model.ownerColumns(), owner),
                model.index().map(this::place),
                attribute(model.element()),
                model.passiveDelete(),
                model.load(),
                model.orderBy());
    }

    private IndexColumnModel place(IndexColumnModel model) {
        return new IndexColumnModel(column(model.column()), model.type());
    }

    /** The columns that are referred to have the names that their own entity's strategy gives them. */
    private List<JoinColumnModel> joined(List<JoinColumnModel> models, Class<?> target) {
        NamingStrategy there = Namings.of(target);
        return models.stream()
                .map(each -> each.named(column(each.column()), checked("column", each.referenced(), there::column)))
                .toList();
    }
}
