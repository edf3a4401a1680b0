package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;

/** Checks the class that {@code @IdClass} names: it has the members of the key, by which an object of it is a key. */
final class KeyClassRules {
    private final ClassView entity;
    private final Findings findings;

    KeyClassRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
    }

    /** The class; none where none is named, on the entity or on what it extends. */
    Optional<ClassView> map() {
        Optional<TypeView> said = said(entity);
        Optional<ClassView> type = said.flatMap(TypeView::asClass);
        type.ifPresent(this::check);
        return type;
    }

    private static Optional<TypeView> said(ClassView type) {
        List<ClassView> classes = Members.hierarchy(type);
        for (int i = classes.size() - 1; i >= 0; i--) {
            Optional<TypeView> found =
                    classes.get(i).annotation(Jakarta.ID_CLASS).map(each -> each.typeValue("value"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void check(ClassView type) {
        List<MemberView> key =
                Members.of(entity).stream().filter(MemberKind::isId).toList();
        if (key.stream().anyMatch(each -> each.has(Jakarta.EMBEDDED_ID))) {
            findings.error(entity, "@EmbeddedId has a class already: take @IdClass away");
            return;
        }
        for (MemberView each : key) {
            Optional<MemberView> found = Members.find(type, each.name());
            String wanted = type(each);
            if (found.isEmpty()) {
                findings.error(
                        entity,
                        "@IdClass: " + type.canonicalName() + " has no member " + each.name() + ", which the key has");
            } else if (!wanted.isEmpty() && !found.get().type().boxed().name().equals(wanted)) {
                findings.error(
                        entity,
                        "@IdClass: " + type.canonicalName() + "." + each.name() + " is of "
                                + found.get().type().boxed().name() + ", and the key has " + wanted);
            }
        }
    }

    /** The class that a member of the key has in the class of keys: that of the other entity's key for a relationship; empty where it cannot be told. */
    private static String type(MemberView member) {
        if (MemberKind.of(member) != MemberKind.TO_ONE) {
            return member.type().boxed().name();
        }
        Optional<ClassView> target = MemberModels.value(member).asClass();
        Optional<String> named =
                target.flatMap(KeyClassRules::said).flatMap(TypeView::asClass).map(ClassView::name);
        List<MemberView> key = target.map(each ->
                        Members.of(each).stream().filter(MemberKind::isId).toList())
                .orElse(List.of());
        boolean simple = key.size() == 1 && MemberKind.of(key.get(0)) != MemberKind.TO_ONE;
        return named.orElse(simple ? key.get(0).type().boxed().name() : "");
    }
}
