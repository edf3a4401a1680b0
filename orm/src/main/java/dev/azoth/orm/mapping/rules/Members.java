package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of a class that are mapped: those of its mapped superclasses first, but the key before all. */
final class Members {
    private Members() {}

    static List<MemberView> of(ClassView type) {
        List<MemberView> all = new ArrayList<>();
        for (ClassView each : hierarchy(type)) {
            if (each.name().equals(type.name()) || each.has(Jakarta.MAPPED_SUPERCLASS) || MemberKind.isEntity(each)) {
                InterfaceMembers said = InterfaceMembers.of(each);
                each.fields().stream().map(said::with).filter(Members::isMapped).forEach(all::add);
            }
        }
        List<MemberView> ordered = new ArrayList<>(all);
        ordered.removeIf(each -> !MemberKind.isId(each));
        all.removeIf(MemberKind::isId);
        ordered.addAll(all);
        return ordered;
    }

    static Optional<MemberView> find(ClassView type, String name) {
        return of(type).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    static boolean isMapped(MemberView member) {
        return !member.isTransient() && !member.has(Jakarta.TRANSIENT);
    }

    /** The class and those that it extends, the topmost first. */
    static List<ClassView> hierarchy(ClassView type) {
        List<ClassView> classes = new ArrayList<>();
        for (Optional<ClassView> each = Optional.of(type);
                each.isPresent();
                each = each.get().superclass()) {
            classes.add(0, each.get());
        }
        return classes;
    }
}
