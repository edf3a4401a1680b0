package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.view.ClassView;
import java.util.List;
import java.util.Optional;

/** Turns a class into a model. */
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
        throw new UnsupportedOperationException("to come: " + entity.name());
    }
}
