package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the columns of an entity's key, for the foreign keys that lead to it. What is wrong with them is said where that entity is mapped. */
final class KeyRules {
    /** A column of a key. */
    record KeyColumn(String name, TypeModel type) {}

    private final Set<String> path;

    private KeyRules(Set<String> path) {
        this.path = path;
    }

    /** The columns; empty where the entity has no key, or one that depends on itself. */
    static List<KeyColumn> of(ClassView entity) {
        return new KeyRules(Set.of()).columns(entity);
    }

    /** The names of the columns that members of an entity's key have since they are those of foreign keys, by the members' paths. */
    static Map<String, String> derived(ClassView entity) {
        return new KeyRules(Set.of(entity.name())).names(entity);
    }

    private Map<String, String> names(ClassView entity) {
        Map<String, String> names = new HashMap<>();
        for (MemberView each : DerivedKeys.relationships(entity)) {
            List<String> members = DerivedKeys.members(entity, each);
            List<KeyColumn> foreign = foreign(each);
            for (int i = 0; i < Math.min(members.size(), foreign.size()); i++) {
                names.put(members.get(i), foreign.get(i).name());
            }
        }
        return names;
    }

    /** The columns of a foreign key. */
    private List<KeyColumn> foreign(MemberView relationship) {
        return MemberModels.value(relationship)
                .asClass()
                .map(target -> new JoinColumnRules(new Findings())
                        .columns(relationship, relationship.name(), columns(target)).stream()
                                .map(each -> new KeyColumn(each.column(), each.type()))
                                .toList())
                .orElse(List.of());
    }

    private List<KeyColumn> columns(ClassView entity) {
        if (path.contains(entity.name())) {
            return List.of();
        }
        Set<String> longer = new TreeSet<>(path);
        longer.add(entity.name());
        KeyRules rules = new KeyRules(longer);
        ColumnOverrides names = ColumnOverrides.of(rules.names(entity));
        List<KeyColumn> columns = new ArrayList<>();
        for (MemberView member : Members.of(entity)) {
            if (MemberKind.isId(member)) {
                columns.addAll(rules.columns(entity, member, names));
            }
        }
        return columns;
    }

    private List<KeyColumn> columns(ClassView owner, MemberView member, ColumnOverrides overrides) {
        Findings elsewhere = new Findings();
        return switch (MemberKind.of(member)) {
            case COLUMN -> {
                ColumnModel column = new ColumnRules(owner, elsewhere).map(member, overrides, true);
                yield List.of(new KeyColumn(column.column(), column.type()));
            }
            case EMBEDDED -> {
                List<KeyColumn> columns = new ArrayList<>();
                ClassView value = member.type().asClass().orElseThrow();
                if (!path.contains(value.name())) {
                    Set<String> longer = new TreeSet<>(path);
                    longer.add(value.name());
                    for (MemberView inner : Members.of(value)) {
                        columns.addAll(new KeyRules(longer).columns(owner, inner, overrides.inside(member)));
                    }
                }
                yield columns;
            }
            case TO_ONE -> foreign(member);
            case TO_MANY, ELEMENTS, EXPRESSION -> List.of();
        };
    }
}
