package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.ClassView.ConstructorKind;
import dev.azoth.orm.mapping.view.ClassView.Kind;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.HashSet;
import java.util.Set;

/** What a class must be for its objects to be made and filled. */
final class ObjectRules {
    private final Findings findings;

    ObjectRules(Findings findings) {
        this.findings = findings;
    }

    void checkEntity(ClassView type) {
        if (type.has(Jakarta.EMBEDDABLE) || type.has(Jakarta.MAPPED_SUPERCLASS)) {
            findings.error(
                    type, "it cannot be an @Entity and an @Embeddable or @MappedSuperclass at once: keep one of them");
        }
        check(type, "an entity");
        checkSuperclasses(type);
        checkShadowed(type);
    }

    void checkValue(ClassView type) {
        check(type, "an embedded value");
        checkSuperclasses(type);
        checkShadowed(type);
    }

    private void check(ClassView type, String what) {
        new SupportedAnnotations(findings).check(type);
        InterfaceMembers.check(type, findings);
        if (type.kind() != Kind.CLASS && type.kind() != Kind.RECORD) {
            findings.error(type, what + " is a class or a record");
            return;
        }
        if (type.isAbstract() && HierarchyRules.subclasses(type).isEmpty()) {
            findings.error(
                    type,
                    what
                            + " is not abstract: for members that entities share there is @MappedSuperclass, and an entity that others extend"
                            + " is sealed or names them with @Subclasses");
        }
        if (type.isInner()) {
            findings.error(type, what + " is a class on its own: make it static, or move it to a file of its own");
        } else if (type.isPrivate()) {
            findings.error(type, what + " is not private: at least its package must see it");
        }
        if (type.isGeneric()) {
            findings.error(type, what + " has no type parameters: put them on a @MappedSuperclass that it extends");
        }
        if (type.kind() == Kind.CLASS) {
            checkClass(type);
        } else {
            checkRecord(type);
        }
    }

    private void checkClass(ClassView type) {
        if (!type.isAbstract() && !type.isInner() && type.noArgConstructor() == ConstructorKind.NONE) {
            findings.error(type, "it needs a constructor without parameters, which may be private");
        }
        for (MemberView each : Members.of(type)) {
            if (each.isFinal()) {
                findings.error(each, "it is final and could not be set: take final away, or mark it @Transient");
            }
        }
    }

    private void checkRecord(ClassView type) {
        for (MemberView each : type.fields()) {
            if (each.has(Jakarta.TRANSIENT)) {
                findings.error(each, "a record is made of all its components: none can be @Transient");
            }
            MemberKind kind = MemberKind.of(each);
            if (kind == MemberKind.TO_ONE || kind == MemberKind.TO_MANY || kind == MemberKind.ELEMENTS) {
                findings.error(
                        each,
                        "a record has columns and embedded values only, since its relationships could not be set later: use a class");
            } else if (MemberKind.isLazy(each)) {
                findings.error(each, "a record is read whole: take Lazy away");
            }
        }
    }

    private void checkSuperclasses(ClassView type) {
        if (type.kind() != Kind.CLASS) {
            return;
        }
        for (ClassView each : Members.hierarchy(type)) {
            if (each.name().equals(type.name())) {
                continue;
            }
            if (MemberKind.isEntity(each)) {
                if (!MemberKind.isEntity(type)) {
                    findings.error(
                            type, "it extends the entity " + each.canonicalName() + ", which an embedded value cannot");
                }
            } else if (each.has(Jakarta.MAPPED_SUPERCLASS)) {
                new SupportedAnnotations(findings).check(each);
            } else if (each.fields().stream().anyMatch(Members::isMapped)) {
                findings.error(
                        type,
                        "it extends " + each.canonicalName()
                                + ", which has fields: annotate that with @MappedSuperclass, or mark its fields transient");
            }
        }
    }

    private void checkShadowed(ClassView type) {
        Set<String> seen = new HashSet<>();
        for (ClassView each : Members.hierarchy(type)) {
            for (MemberView member : each.fields()) {
                if (Members.isMapped(member) && !seen.add(member.name())) {
                    findings.error(member, "a superclass has a mapped field of the same name: rename one of them");
                }
            }
        }
    }
}
