package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maps entities that extend one another. The first is asked for all of them: it, and each below it, names those that extend it. */
final class HierarchyRules {
    private final ClassView entity;
    private final Findings findings;
    private final List<HierarchyModel.Member> members = new ArrayList<>();
    private final List<ClassView> views = new ArrayList<>();

    HierarchyRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
    }

    /** The entities that extend one directly, as it names them. */
    static List<ClassView> subclasses(ClassView type) {
        List<ClassView> named = new ArrayList<>(type.permitted());
        type.annotation(Azoth.SUBCLASSES)
                .ifPresent(said -> said.typeValues("value").stream()
                        .map(TypeView::asClass)
                        .flatMap(Optional::stream)
                        .forEach(named::add));
        List<ClassView> entities = new ArrayList<>();
        for (ClassView each : named) {
            if (MemberKind.isEntity(each)) {
                entities.add(each);
            } else {
                entities.addAll(subclasses(each)); // a mapped superclass between
            }
        }
        return entities;
    }

    /** The entities that a class extends and itself, the first of all first. */
    static List<ClassView> chain(ClassView type) {
        return Members.hierarchy(type).stream().filter(MemberKind::isEntity).toList();
    }

    /** The entity that has a member first: the class itself, or one that it extends. What leads to its objects leads to all that extend it. */
    static ClassView first(ClassView type, MemberView member) {
        String declaring = member.declaringClass().name();
        return chain(type).stream()
                .filter(each -> Members.hierarchy(each).stream()
                        .anyMatch(above -> above.name().equals(declaring)))
                .findFirst()
                .orElse(type);
    }

    Optional<HierarchyModel> map() {
        List<ClassView> chain = chain(entity);
        ClassView first = chain.get(0);
        if (chain.size() == 1 && subclasses(first).isEmpty()) {
            checkAlone();
            return Optional.empty();
        }
        if (entity.kind() == ClassView.Kind.RECORD) {
            return Optional.empty();
        }
        for (int i = 1; i < chain.size(); i++) {
            checkKnown(chain.get(i - 1), chain.get(i));
        }
        checkNaming(first);
        collect(first, -1);
        DiscriminatorRules discriminator = new DiscriminatorRules(first);
        HierarchyModel.Strategy strategy = strategy(first);
        if (chain.size() > 1) {
            checkSubclass(first, strategy);
        } else {
            discriminator.check(members, strategy, findings);
            if (strategy == HierarchyModel.Strategy.SINGLE_TABLE) {
                checkTable();
            }
        }
        return Optional.of(
                new HierarchyModel(strategy, discriminator.column(), discriminator.type(), members, position()));
    }

    private void checkAlone() {
        for (String each : List.of(Jakarta.INHERITANCE, Jakarta.DISCRIMINATOR_COLUMN, Jakarta.DISCRIMINATOR_VALUE)) {
            entity.annotation(each)
                    .ifPresent(
                            said -> findings.error(
                                    entity,
                                    "@" + said.simpleName()
                                            + " says nothing of a class that no entity extends: make it sealed, or name those that extend it with @Subclasses"));
        }
    }

    private void checkNaming(ClassView first) {
        List<String> above =
                Members.hierarchy(first).stream().map(ClassView::name).toList();
        if (Members.hierarchy(entity).stream()
                .anyMatch(each -> each.has(Azoth.NAMING) && !above.contains(each.name()))) {
            findings.error(
                    entity,
                    "@Naming is for " + first.canonicalName()
                            + ", the first of the entities that extend each other: put it there");
        }
    }

    private void checkKnown(ClassView parent, ClassView child) {
        if (subclasses(parent).stream().noneMatch(each -> each.name().equals(child.name()))) {
            findings.error(
                    child,
                    "it extends the entity " + parent.canonicalName()
                            + ", which does not know of it: name it in @Subclasses on " + parent.simpleName()
                            + ", or make that sealed");
        }
    }

    private void collect(ClassView type, int parent) {
        int position = members.size();
        members.add(new HierarchyModel.Member(type.name(), parent, DiscriminatorRules.value(type)));
        views.add(type);
        for (ClassView each : subclasses(type)) {
            boolean extending = Members.hierarchy(each).stream()
                    .anyMatch(above -> above.name().equals(type.name()));
            if (!extending) {
                findings.error(type, "it names " + each.canonicalName() + ", which does not extend it");
            } else if (members.stream().noneMatch(known -> known.className().equals(each.name()))) {
                collect(each, position);
            }
        }
    }

    /** Those in the table of the first, with what each adds. */
    private void checkTable() {
        SharedTable table = new SharedTable(entity, findings);
        for (int i = 0; i < views.size(); i++) {
            int parent = members.get(i).parent();
            List<AttributeModel> all = attributes(views.get(i));
            table.add(
                    views.get(i),
                    all.subList(parent < 0 ? 0 : attributes(views.get(parent)).size(), all.size()));
        }
    }

    private static List<AttributeModel> attributes(ClassView type) {
        return new EntityRules(type, new Findings()).attributes();
    }

    /** What only the first of all may say. */
    private void checkSubclass(ClassView first, HierarchyModel.Strategy strategy) {
        for (String each : List.of(Jakarta.INHERITANCE, Jakarta.DISCRIMINATOR_COLUMN)) {
            entity.annotation(each)
                    .ifPresent(said -> findings.error(
                            entity, "@" + said.simpleName() + " is said once, by " + first.canonicalName()));
        }
        if (strategy == HierarchyModel.Strategy.SINGLE_TABLE && entity.has(Jakarta.TABLE)) {
            findings.error(
                    entity,
                    "its rows are in the table of " + first.canonicalName()
                            + ": take @Table away, or say @Inheritance(strategy = JOINED) there");
        }
        List<ClassView> above = Members.hierarchy(first);
        for (MemberView each : Members.of(entity)) {
            boolean own = above.stream()
                    .noneMatch(it -> it.name().equals(each.declaringClass().name()));
            if (own && (MemberKind.isId(each) || each.has(Jakarta.VERSION))) {
                findings.error(
                        each,
                        (MemberKind.isId(each) ? "the key" : "the version") + " is one for all that extend "
                                + first.canonicalName() + ": declare it there");
            }
        }
    }

    static HierarchyModel.Strategy strategy(ClassView first) {
        return HierarchyModel.Strategy.valueOf(first.annotation(Jakarta.INHERITANCE)
                .map(each -> each.constant("strategy"))
                .orElse("SINGLE_TABLE"));
    }

    /** Whether a foreign key may refer to the rows of an entity: they, and those of what extends it, are in one table, which is its own. */
    static boolean canBeReferredTo(ClassView entity) {
        return !RowsRules.isReadOnly(entity) && isInOneTable(entity);
    }

    /** Whether the rows of an entity, and of those that extend it, are in one table. */
    static boolean isInOneTable(ClassView entity) {
        return strategy(chain(entity).get(0)) != HierarchyModel.Strategy.TABLE_PER_CLASS
                || subclasses(entity).isEmpty();
    }

    /** Whether the row of an object, or of one that extends it, may be in several tables, or in one of several. */
    static boolean isInSeveralTables(ClassView entity) {
        return switch (strategy(chain(entity).get(0))) {
            case SINGLE_TABLE -> false;
            case JOINED -> chain(entity).size() > 1 || !subclasses(entity).isEmpty();
            case TABLE_PER_CLASS -> !subclasses(entity).isEmpty();
        };
    }

    private int position() {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).className().equals(entity.name())) {
                return i;
            }
        }
        // it is not named by the class that it extends, which is an error already
        members.add(new HierarchyModel.Member(entity.name(), 0, DiscriminatorRules.value(entity)));
        return members.size() - 1;
    }
}
