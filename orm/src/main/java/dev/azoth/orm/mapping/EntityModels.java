package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of classes at run time, and what happens to their problems there. */
final class EntityModels {
    private static final Logger LOG = LoggerFactory.getLogger("dev.azoth.orm.mapping");

    /** Made once for a class, though those in one table with it ask for it too. */
    private static final ClassValue<EntityModel> MODELS = new ClassValue<>() {
        @Override
        protected EntityModel computeValue(Class<?> entity) {
            return make(entity);
        }
    };

    private EntityModels() {}

    static EntityModel of(Class<?> entity) {
        return MODELS.get(entity);
    }

    private static EntityModel make(Class<?> entity) {
        MappingRules.Outcome outcome = MappingRules.apply(ReflectedClasses.of(entity));
        List<Problem> problems = new ArrayList<>(outcome.problems());
        outcome.draft().ifPresent(draft -> {
            problems.addAll(SqlTypes.problems(draft, entity));
            if (outcome.model().isPresent()) {
                problems.addAll(ValueMaker.problems(draft, entity));
            }
        });
        report(entity.getName(), problems);
        return PhysicalNames.of(outcome.model().orElseThrow(), entity);
    }

    /** Whether a foreign key may refer to the rows of an entity. */
    static boolean canBeReferredTo(Class<?> entity) {
        return MappingRules.canBeReferredTo(ReflectedClasses.of(entity));
    }

    /** Whether foreign keys that refer to an entity follow its key when that changes. */
    static boolean followsKey(Class<?> entity) {
        return MappingRules.followsKey(ReflectedClasses.of(entity));
    }

    /** Throws if one of the problems is an error, with all of them; else logs them. */
    static void report(String what, List<Problem> problems) {
        List<Problem> errors = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.severity() == Problem.Severity.ERROR) {
                errors.add(problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
        if (!errors.isEmpty()) {
            throw new MappingException(what + " cannot be mapped:\n"
                    + errors.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
        }
    }
}
