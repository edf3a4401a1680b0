package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the members of a key that {@code @MapsId} says are those of another entity's. */
final class DerivedKeys {
    private DerivedKeys() {}

    /** The relationships that say so. */
    static List<MemberView> relationships(ClassView entity) {
        return Members.of(entity).stream()
                .filter(each -> each.has(Jakarta.MAPS_ID) && MemberKind.of(each) == MemberKind.TO_ONE)
                .toList();
    }

    /** The members of the entity's own key that a relationship gives, by their paths: {@code id.order}; none where there is nothing of the name. */
    static List<String> members(ClassView entity, MemberView relationship) {
        String said = relationship.annotation(Jakarta.MAPS_ID).orElseThrow().text("value");
        List<MemberView> key =
                Members.of(entity).stream().filter(MemberKind::isId).toList();
        if (said.isEmpty()) {
            return key.size() == 1 ? leaves("", key.get(0)) : List.of();
        }
        for (MemberView each : key) {
            if (each.name().equals(said)) {
                return leaves("", each);
            }
            Optional<ClassView> value = embedded(each);
            if (value.isPresent()) {
                return inside(each.name() + ".", value.get(), said);
            }
        }
        return List.of();
    }

    private static List<String> inside(String prefix, ClassView value, String path) {
        int dot = path.indexOf('.');
        Optional<MemberView> member = Members.find(value, dot < 0 ? path : path.substring(0, dot));
        if (member.isEmpty()) {
            return List.of();
        } else if (dot < 0) {
            return leaves(prefix, member.get());
        }
        return embedded(member.get())
                .map(inner -> inside(prefix + member.get().name() + ".", inner, path.substring(dot + 1)))
                .orElse(List.of());
    }

    private static List<String> leaves(String prefix, MemberView member) {
        Optional<ClassView> value = embedded(member);
        if (value.isEmpty()) {
            return List.of(prefix + member.name());
        }
        List<String> leaves = new ArrayList<>();
        for (MemberView each : Members.of(value.get())) {
            boolean endless = embedded(each)
                    .map(inner -> inner.name().equals(value.get().name()))
                    .orElse(false);
            if (!endless) {
                leaves.addAll(leaves(prefix + member.name() + ".", each));
            }
        }
        return leaves;
    }

    private static Optional<ClassView> embedded(MemberView member) {
        return MemberKind.of(member) == MemberKind.EMBEDDED ? member.type().asClass() : Optional.empty();
    }
}
