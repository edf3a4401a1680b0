package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.orm.mapping.model.RelationModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What relationships of every kind have in common. */
final class RelationRules {
    private final ClassView owner;
    private final Findings findings;

    RelationRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    /** The entity that a relationship leads to; none, with an error noted, where that is no entity. */
    Optional<ClassView> target(MemberView member, TypeView type) {
        Optional<ClassView> target = type.asClass();
        if (target.isEmpty() || !MemberKind.mayHave(target.get(), Jakarta.ENTITY)) {
            findings.error(
                    member,
                    "a relationship leads to an entity, and " + type.spelled() + " is not annotated with @Entity");
            return Optional.empty();
        }
        return target;
    }

    /** The key that the foreign key leads to; empty, with an error noted, where there is none. */
    List<KeyRules.KeyColumn> key(MemberView member, ClassView target) {
        List<KeyRules.KeyColumn> key = KeyRules.of(target);
        if (key.isEmpty() && !target.mayBeAnnotated()) {
            findings.error(
                    member,
                    target.canonicalName()
                            + " has no key that a foreign key could lead to: it needs an @Id that does not depend on itself");
        }
        return key;
    }

    RelationModel relation(
            MemberView member, AnnotationView annotation, String target, String mappedBy, LoadStrategy load) {
        boolean orphanRemoval = annotation.type().methods().stream()
                        .anyMatch(each -> each.name().equals("orphanRemoval"))
                && annotation.flag("orphanRemoval");
        Set<Cascade> cascades = cascades(annotation.constants("cascade"));
        if (orphanRemoval) {
            cascades.add(Cascade.DELETE);
        }
        checkNames(member, findings);
        boolean viewOnly = ViewOnlyRules.isViewOnly(member);
        ViewOnlyRules only = new ViewOnlyRules(owner, findings);
        if (viewOnly) {
            only.check(member, cascades, mappedBy);
        }
        return new RelationModel(
                target,
                mappedBy,
                cascades,
                orphanRemoval,
                passiveDelete(member, mappedBy, cascades),
                viewOnly,
                only.condition(member, target),
                load);
    }

    /**
     * The database deletes the rows that lead to a row of one table by a foreign key; and no others with them.
     *
     * @param target the entity whose rows are deleted, if they are an entity's
     */
    static void checkPassiveDelete(ClassView owner, MemberView member, Optional<ClassView> target, Findings findings) {
        if (!member.has(Azoth.ON_DELETE_CASCADE)) {
            return;
        }
        ClassView first = HierarchyRules.first(owner, member);
        if (!HierarchyRules.isInOneTable(first)) {
            findings.error(
                    member,
                    "@OnDeleteCascade: rows of " + first.canonicalName()
                            + " are in several tables, to which no foreign key can refer: take it away, and the session deletes what belongs to them");
        }
        target.filter(HierarchyRules::isInSeveralTables)
                .ifPresent(
                        each -> findings.error(
                                member,
                                "@OnDeleteCascade: rows of " + each.canonicalName()
                                        + " are in several tables, of which the database would delete from one: take it away, and the session deletes them"));
    }

    private boolean passiveDelete(MemberView member, String mappedBy, Set<Cascade> cascades) {
        if (!member.has(Azoth.ON_DELETE_CASCADE)) {
            return false;
        }
        if (mappedBy.isEmpty()) {
            findings.error(
                    member,
                    "@OnDeleteCascade says what happens to the rows that lead here: put it on the other end, beside mappedBy");
        } else if (!cascades.contains(Cascade.DELETE)) {
            findings.error(
                    member,
                    "@OnDeleteCascade has the database delete what the session would not: add cascade = REMOVE or orphanRemoval = true");
        }
        return true;
    }

    private static Set<Cascade> cascades(List<String> said) {
        Set<Cascade> cascades = EnumSet.noneOf(Cascade.class);
        for (String each : said) {
            switch (each) {
                case "PERSIST" -> cascades.add(Cascade.ADD);
                case "MERGE" -> cascades.add(Cascade.MERGE);
                case "REMOVE" -> cascades.add(Cascade.DELETE);
                case "REFRESH" -> cascades.add(Cascade.REFRESH);
                case "DETACH" -> cascades.add(Cascade.EXPUNGE);
                default -> cascades.addAll(EnumSet.allOf(Cascade.class));
            }
        }
        return cascades;
    }

    static void checkNames(MemberView member, Findings findings) {
        if (MemberKind.relations(member).size() > 1) {
            findings.error(
                    member,
                    "it cannot be "
                            + String.join(
                                    " and ",
                                    MemberKind.relations(member).stream()
                                            .map(each -> "@" + each.substring(Jakarta.PREFIX.length()))
                                            .toList())
                            + " at once: keep one of them");
        }
    }

    /**
     * Checks that the other end has the member named by {@code mappedBy}, that it owns the relationship, and that it leads back here.
     *
     * @param wanted the annotation that the other end must have
     */
    void checkMappedBy(MemberView member, ClassView target, String mappedBy, String wanted) {
        String other = target.canonicalName() + "." + mappedBy;
        Optional<MemberView> found = Members.find(target, mappedBy);
        if (found.isEmpty()) {
            findings.error(member, "mappedBy = \"" + mappedBy + "\": there is no " + other);
            return;
        }
        MemberView end = found.get();
        Optional<AnnotationView> annotation = end.annotation(wanted);
        String name = "@" + wanted.substring(Jakarta.PREFIX.length());
        if (annotation.isEmpty() && !target.mayBeAnnotated()) {
            findings.error(member, "mappedBy = \"" + mappedBy + "\": " + other + " must be annotated with " + name);
        } else if (ViewOnlyRules.isViewOnly(end)) {
            findings.error(
                    member,
                    "mappedBy = \"" + mappedBy + "\": " + other
                            + " is view-only, so that nothing would be written: make this one @ViewOnly with a @JoinCondition, or take that away there");
        } else if (annotation.isPresent()
                && !wanted.equals(Jakarta.MANY_TO_ONE)
                && !annotation.get().text("mappedBy").isEmpty()) {
            findings.error(
                    member,
                    "mappedBy = \"" + mappedBy + "\": " + other
                            + " is mapped by the other end too; one of them must own it");
        } else if (!leadsTo(end, HierarchyRules.first(owner, member))) {
            findings.error(
                    member,
                    "mappedBy = \"" + mappedBy + "\": " + other + " is of "
                            + end.type().spelled() + " and does not lead to "
                            + HierarchyRules.first(owner, member).canonicalName());
        }
    }

    private static boolean leadsTo(MemberView end, ClassView owner) {
        TypeView type = MemberModels.value(end);
        boolean collection =
                !type.arguments().isEmpty() && CollectionTypes.kind(type).isPresent();
        return (collection ? CollectionTypes.element(type) : type).name().equals(owner.name());
    }
}
