package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What interfaces say of members: an annotated method without parameters, {@code name()} or {@code getName()}, says it of the field {@code name} of each class that
 * implements the interface. Where the field has an annotation of the same type itself, that one counts.
 */
final class InterfaceMembers {
    private final List<ClassView> interfaces;

    private InterfaceMembers(List<ClassView> interfaces) {
        this.interfaces = interfaces;
    }

    /** What the interfaces of a class say, but for Java's own, which say nothing. */
    static InterfaceMembers of(ClassView type) {
        List<ClassView> all = Supertypes.interfaces(type);
        all.removeIf(each -> each.name().startsWith("java."));
        return new InterfaceMembers(all);
    }

    /** A field with the annotations that interfaces give it. */
    MemberView with(MemberView field) {
        List<AnnotationView> all = new ArrayList<>(field.annotations());
        for (ClassView each : interfaces) {
            for (MemberView method : each.methods()) {
                if (isGetter(method, field.name())) {
                    method.annotations().stream()
                            .filter(said -> SupportedAnnotations.isMapping(said)
                                    && !LifecycleRules.isCallback(said.name())
                                    && AnnotationView.find(all, said.name()).isEmpty())
                            .forEach(all::add);
                }
            }
        }
        return all.size() == field.annotations().size() ? field : new AnnotatedMember(field, all);
    }

    private static boolean isGetter(MemberView method, String field) {
        String capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return method.parameters().isEmpty()
                && List.of(field, "get" + capital, "is" + capital).contains(method.name());
    }

    /** Reports methods that would say something of a field which is not there. */
    static void check(ClassView type, Findings findings) {
        for (ClassView each : of(type).interfaces) {
            for (MemberView method : each.methods()) {
                checkCallback(type, each, method, findings);
                boolean mapped = method.annotations().stream()
                        .anyMatch(it -> SupportedAnnotations.isMapping(it) && !LifecycleRules.isCallback(it.name()));
                if (mapped && !method.has(Jakarta.TRANSIENT) && !isThere(type, each, method)) {
                    findings.error(
                            type,
                            "it implements " + each.canonicalName() + ", whose " + method.name()
                                    + "() is annotated, but has no field of that name to which this applies: declare one in the class that implements it");
                }
            }
        }
    }

    /** What a class overrides with the same annotation is called, and what an interface has is not. */
    private static void checkCallback(ClassView type, ClassView declaring, MemberView method, Findings findings) {
        method.annotations().stream()
                .filter(each -> LifecycleRules.isCallback(each.name()))
                .filter(each -> Members.hierarchy(type).stream()
                        .flatMap(it -> it.methods().stream())
                        .noneMatch(it -> it.name().equals(method.name()) && it.has(each.name())))
                .forEach(
                        each -> findings.error(
                                type,
                                "it implements " + declaring.canonicalName() + ", whose " + method.name()
                                        + "() is annotated with @" + each.simpleName()
                                        + " and is never called: annotate a method of the class, or name a listener with @EntityListeners"));
    }

    private static boolean isThere(ClassView type, ClassView declaring, MemberView method) {
        return Members.hierarchy(type).stream()
                .filter(each -> Supertypes.interfaces(each).stream()
                        .anyMatch(it -> it.name().equals(declaring.name())))
                .flatMap(each -> each.fields().stream())
                .anyMatch(each -> isGetter(method, each.name()));
    }
}
