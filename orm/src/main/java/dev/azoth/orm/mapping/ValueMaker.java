package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.annotation.ValueGenerator;
import dev.azoth.orm.annotation.ValueRequest;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.Problem;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column's generator, with the annotation that it goes by. */
final class ValueMaker {
    private final ValueGenerator<Annotation> generator;
    private final Annotation annotation;

    @SuppressWarnings("unchecked") // the annotation named the generator itself
    private ValueMaker(Generation.Made made, ColumnModel column, Class<?> entity) {
        this.generator = (ValueGenerator<Annotation>) Declarations.create(ClassNames.load(made.generator(), entity));
        this.annotation = Declarations.annotation(column.member(), made.annotation(), entity);
    }

    static ValueMaker of(Generation.Made made, ColumnModel column, Class<?> entity) {
        return new ValueMaker(made, column, entity);
    }

    /** What the generators of an entity's columns complain of. */
    static List<Problem> problems(EntityModel model, Class<?> entity) {
        List<Problem> problems = new ArrayList<>();
        collect(model.attributes(), entity, problems);
        return problems;
    }

    private static void collect(List<AttributeModel> attributes, Class<?> entity, List<Problem> problems) {
        for (AttributeModel each : attributes) {
            if (each instanceof EmbeddedModel embedded) {
                collect(embedded.attributes(), entity, problems);
            } else if (each instanceof ColumnModel column && column.generation() instanceof Generation.Made made) {
                ValueMaker maker = of(made, column, entity);
                try {
                    maker.generator.check(maker.annotation, SqlTypes.javaType(column, entity));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(
                            column.member().declaringClass(),
                            column.member().name(),
                            String.valueOf(e.getMessage()),
                            Problem.Severity.ERROR));
                }
            }
        }
    }

    @Nullable
    Object make(ColumnAttribute attribute, ValueRequest request) {
        Object made = generator.next(annotation, request);
        if (made == null && !attribute.isId() && !attribute.isVersion() && !attribute.isPrimitive()) {
            return null;
        }
        if (!request.memberType().isInstance(made)) {
            throw new InvalidRequestException(generator.getClass().getName() + " made "
                    + (made == null ? "null" : "a " + made.getClass().getName()) + " for " + attribute
                    + ", which is of "
                    + request.memberType().getName());
        }
        return made;
    }
}
