package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.annotation.IndexProvider;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.IndexOptionsModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.model.TableModel.MadeIndex;
import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import dev.azoth.schema.IndexOptions;
import dev.azoth.schema.Table;
import dev.azoth.sql.TextCondition;
import dev.azoth.sql.TextFragment;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the unique keys, indexes and checks of an entity's table. */
final class IndexAssembly {
    private final Class<?> javaType;
    private final Table table;
    private final Map<String, Column<?>> made;

    IndexAssembly(Class<?> javaType, Table table, Map<String, Column<?>> made) {
        this.javaType = javaType;
        this.table = table;
        this.made = made;
    }

    /**
     * Those of entities in one table are said by the first for all of them, so each is added once.
     *
     * @param above the indexes of the table that this one adds to, which members in that one ask for
     */
    void add(List<EntityModel> models, List<IndexModel> above) {
        Set<IndexModel> unique = new LinkedHashSet<>();
        Set<IndexModel> indexes = new LinkedHashSet<>();
        models.forEach(each -> unique.addAll(each.table().unique()));
        models.forEach(each -> indexes.addAll(each.table().indexes()));
        // those that members ask for mostly have no name, and members of another table have theirs there
        indexes.removeIf(each -> (each.name().isEmpty() || above.contains(each))
                && !made.keySet().containsAll(each.columns()));
        models.stream()
                .flatMap(each -> each.table().checks().stream())
                .distinct() // those in one table say the same
                .forEach(each -> table.check(each.name(), condition(each.condition())));
        unique.forEach(each -> table.unique(EntityTable.nullIfEmpty(each.name()), named(each.columns())));
        indexes.forEach(this::add);
    }

    private void add(IndexModel index) {
        String name = EntityTable.nullIfEmpty(index.name());
        List<Column<?>> columns = named(index.columns());
        if (index.made().isPresent()) {
            table.index(name, columns, custom(index.made().get(), columns.get(0)));
        } else {
            table.index(name, columns, options(index, columns.get(0)));
        }
    }

    private IndexOptions options(IndexModel index, Column<?> first) {
        IndexOptionsModel said = index.options();
        IndexOptions options = IndexOptions.NONE
                .using(said.method())
                .including(named(said.include()).toArray(Column<?>[]::new));
        if (index.unique()) {
            options = options.asUnique();
        }
        if (!said.where().isEmpty()) {
            options = options.where(condition(said.where()));
        }
        if (!said.operatorClass().isEmpty()) {
            options = options.operatorClass(first, said.operatorClass());
        }
        for (Column<?> each : named(said.descending())) {
            options = options.order(each.desc());
        }
        return options;
    }

    private static TextCondition condition(String sql) {
        return new TextCondition(new TextFragment(List.of(sql), List.of(), Map.of()));
    }

    @SuppressWarnings("unchecked") // the annotation named the provider itself
    private CustomIndex custom(MadeIndex index, Column<?> column) {
        MemberModel member = index.member();
        var provider = (IndexProvider<Annotation>) Declarations.create(ClassNames.load(index.provider(), javaType));
        try {
            return provider.index(Declarations.annotation(member, index.annotation(), javaType), column);
        } catch (IllegalArgumentException e) {
            throw new MappingException(member.declaringClass() + "." + member.name() + ": " + e.getMessage(), e);
        }
    }

    private List<Column<?>> named(List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(each -> columns.add(Objects.requireNonNull(made.get(each), each)));
        return columns;
    }
}
