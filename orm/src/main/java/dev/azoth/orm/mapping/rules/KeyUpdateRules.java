package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds whether foreign keys follow the key of an entity when that changes. */
final class KeyUpdateRules {
    private KeyUpdateRules() {}

    /** Whether they do: it says so, or has the key of one that does. */
    static boolean follows(ClassView entity) {
        return follows(entity, new HashSet<>());
    }

    private static boolean follows(ClassView entity, Set<String> asked) {
        ClassView first = HierarchyRules.chain(entity).get(0);
        return asked.add(first.name())
                && (says(first) || Members.of(first).stream().anyMatch(each -> isOfFollowed(each, asked)));
    }

    private static boolean says(ClassView entity) {
        return Members.hierarchy(entity).stream().anyMatch(each -> each.has(Azoth.ON_UPDATE_CASCADE));
    }

    /** Whether a part of the key is the key of another entity that foreign keys follow. */
    private static boolean isOfFollowed(MemberView member, Set<String> asked) {
        return MemberKind.of(member) == MemberKind.TO_ONE
                && (member.has(Jakarta.ID) || member.has(Jakarta.MAPS_ID))
                && MemberModels.value(member)
                        .asClass()
                        .filter(MemberKind::isEntity)
                        .filter(each -> follows(each, asked))
                        .isPresent();
    }

    static void check(ClassView entity, List<AttributeModel> attributes, Findings findings) {
        ClassView first = HierarchyRules.chain(entity).get(0);
        if (!says(entity)) {
            return;
        } else if (!says(first)) {
            findings.error(
                    entity,
                    "@OnUpdateCascade: the key is that of " + first.canonicalName()
                            + ", the first of the entities that extend each other: put it there");
        } else if (first.name().equals(entity.name())) {
            checkFirst(entity, attributes, findings);
        }
    }

    private static void checkFirst(ClassView entity, List<AttributeModel> attributes, Findings findings) {
        if (RowsRules.isReadOnly(entity)) {
            findings.error(
                    entity, "@OnUpdateCascade: its rows are only read, so that no key changes by it: take it away");
        } else if (!HierarchyRules.isInOneTable(entity)) {
            findings.error(
                    entity,
                    "@OnUpdateCascade: its rows are in several tables, to which no foreign key can refer: take it away, and the session changes what"
                            + " refers to them");
        } else if (attributes.stream().anyMatch(KeyUpdateRules::isGenerated)) {
            findings.error(
                    entity, "@OnUpdateCascade: its key is generated, and such a key never changes: take it away");
        }
    }

    private static boolean isGenerated(AttributeModel attribute) {
        return attribute.id()
                && (attribute instanceof ColumnModel column
                        ? !(column.generation() instanceof Generation.Assigned)
                        : attribute instanceof EmbeddedModel embedded
                                && embedded.attributes().stream()
                                        .anyMatch(each -> each instanceof ColumnModel part
                                                && !(part.generation() instanceof Generation.Assigned)));
    }
}
