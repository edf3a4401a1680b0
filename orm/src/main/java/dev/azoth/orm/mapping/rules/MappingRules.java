package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.view.ClassView;
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
     * @param model    the model, unless one of the problems is an error
     * @param problems all that is wrong
     */
    public record Outcome(Optional<EntityModel> model, List<Problem> problems) {
        /** Takes an immutable copy. */
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Applies the rules to a class. */
    public static Outcome apply(ClassView entity) {
        Findings findings = new Findings();
        if (!MemberKind.isEntity(entity)) {
            findings.error(entity, "it is no entity: annotate it with @Entity");
            return new Outcome(Optional.empty(), findings.problems());
        }
        EntityModel model = new EntityRules(entity, findings).map();
        return new Outcome(findings.hasErrors() ? Optional.empty() : Optional.of(model), findings.problems());
    }
}
