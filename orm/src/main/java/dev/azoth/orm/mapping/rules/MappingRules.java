package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.CallbackModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;
import java.util.Optional;

/**
 * The rules that turn a class into a mapping.
 *
 * <p>They are written over a small view of a class, which reflection and the compiler both provide: what the annotation processor accepts, the runtime
 * accepts, and both name the same problems, all at once.
 */
public final class MappingRules {
    private MappingRules() {}

    /**
     * What became of a class.
     *
     * @param draft    what could be made of it, however much is wrong; nothing of a class that is no entity
     * @param problems all that is wrong
     */
    public record Outcome(Optional<EntityModel> draft, List<Problem> problems) {
        /** Takes an immutable copy. */
        public Outcome {
            problems = List.copyOf(problems);
        }

        /** The model, unless one of the problems is an error. */
        public Optional<EntityModel> model() {
            return problems.stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR)
                    ? Optional.empty()
                    : draft;
        }
    }

    /** Applies the rules to a class. */
    public static Outcome apply(ClassView entity) {
        Findings findings = new Findings();
        if (!MemberKind.isEntity(entity)) {
            findings.error(entity, "it is no entity: annotate it with @Entity");
            return new Outcome(Optional.empty(), findings.problems());
        }
        EntityModel draft = new EntityRules(entity, findings).map();
        return new Outcome(Optional.of(draft), findings.problems());
    }

    /** Whether a foreign key may refer to the rows of an entity: they, and those of what extends it, are in one table, which is its own. */
    public static boolean canBeReferredTo(ClassView entity) {
        return HierarchyRules.canBeReferredTo(entity);
    }

    /** The binary name of the class that {@code @Naming} names, for the entities that extend each other of which one is given. */
    public static Optional<String> naming(ClassView entity) {
        List<ClassView> chain = HierarchyRules.chain(entity);
        ClassView first = chain.isEmpty() ? entity : chain.get(0);
        return Members.hierarchy(first).stream()
                .flatMap(each -> each.annotation(Azoth.NAMING).stream())
                .reduce((above, below) -> below)
                .or(() -> AnnotationView.find(first.packageAnnotations(), Azoth.NAMING))
                .map(each -> each.typeValue("value").name());
    }

    /** Whether foreign keys that refer to an entity follow its key when that changes. */
    public static boolean followsKey(ClassView entity) {
        return KeyUpdateRules.follows(entity);
    }

    /** The methods that are called in the life of an entity's objects, in the order of the calls. */
    public static List<CallbackModel> callbacks(ClassView entity) {
        return new LifecycleRules(entity, new Findings()).map();
    }

    /** A mapped member of a class, with what interfaces say of it. */
    public static Optional<MemberView> member(ClassView type, String name) {
        return Members.find(type, name);
    }

    /** The mapped members of a class that is embedded in others, in the order in which they are read and written. */
    public static List<MemberModel> members(ClassView embeddable) {
        return Members.of(embeddable).stream()
                .map(each -> MemberModels.of(each, embeddable))
                .toList();
    }
}
