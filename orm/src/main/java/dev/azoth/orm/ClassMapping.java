package dev.azoth.orm;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.view.AddedAnnotations;
import dev.azoth.orm.mapping.view.MadeAnnotation;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The mapping of a class that one cannot annotate, said from outside: by the annotations that would stand in it. All that they can say can be said here, and the same
 * rules look at it.
 *
 * <pre>{@code
 * Entities.map(Customer.class, customer -> customer
 *     .table("crm_customer")
 *     .id("number")
 *     .member("name", Column.class, column -> column.with(Column::length, 30))
 *     .member("orders", OneToMany.class, many -> many.with(OneToMany::mappedBy, "customer"))
 *     .leaveOut("cache"));
 * }</pre>
 *
 * <p>Members are fields, by their names, and components of records. What is said here stands in the place of the class's own annotations of the same type.
 */
public final class ClassMapping {
    private final Class<?> type;
    private final List<Annotation> ofClass = new ArrayList<>();
    private final Map<String, List<Annotation>> ofMembers = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean alone;

    ClassMapping(Class<?> type) {
        this.type = type;
    }

    /** An annotation, as a value of another: {@code table.with(Table::indexes, annotation(Index.class, index -> index.with(Index::columnList, "name")))}. */
    public static <A extends Annotation> A annotation(Class<A> annotation, Consumer<AnnotationValues<A>> values) {
        AnnotationValues<A> given = new AnnotationValues<>(annotation);
        values.accept(given);
        return MadeAnnotation.of(annotation, given.values());
    }

    /** Has the annotations that the class itself has say nothing, such as those for another mapper. */
    public ClassMapping ignoreOwnAnnotations() {
        alone = true;
        return this;
    }

    /** Names the table. */
    public ClassMapping table(String name) {
        return annotate(Table.class, table -> table.with(Table::name, name));
    }

    /** Names the members of the key. */
    public ClassMapping id(String... members) {
        for (String each : members) {
            member(each, Id.class);
        }
        return this;
    }

    /** Names members that are not mapped. */
    public ClassMapping leaveOut(String... members) {
        for (String each : members) {
            member(each, Transient.class);
        }
        return this;
    }

    /** Annotates the class. One with {@code @Embeddable} or {@code @MappedSuperclass} is no entity. */
    public ClassMapping annotate(Class<? extends Annotation> annotation) {
        return annotate(annotation, values -> {});
    }

    /** Annotates the class. */
    public <A extends Annotation> ClassMapping annotate(Class<A> annotation, Consumer<AnnotationValues<A>> values) {
        add(ofClass, "", annotation, values);
        return this;
    }

    /** Annotates a member. */
    public ClassMapping member(String name, Class<? extends Annotation> annotation) {
        return member(name, annotation, values -> {});
    }

    /** Annotates a member. */
    public <A extends Annotation> ClassMapping member(
            String name, Class<A> annotation, Consumer<AnnotationValues<A>> values) {
        add(ofMembers.computeIfAbsent(name, key -> new ArrayList<>()), name, annotation, values);
        return this;
    }

    private <A extends Annotation> void add(
            List<Annotation> to, String member, Class<A> annotation, Consumer<AnnotationValues<A>> values) {
        try {
            if (to.stream().anyMatch(each -> each.annotationType() == annotation)) {
                problem(member, "@" + annotation.getSimpleName() + " is said twice");
            }
            to.add(annotation(annotation, values));
        } catch (IllegalArgumentException e) {
            problem(member, String.valueOf(e.getMessage()));
        }
    }

    private void problem(String member, String message) {
        problems.add(new Problem(type.getName(), member, message, Problem.Severity.ERROR));
    }

    /** Adds what was said to the class. */
    void add() {
        List<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
                .map(Field::getName)
                .toList();
        ofMembers.keySet().stream()
                .filter(each -> !fields.contains(each))
                .forEach(each -> problem(
                        each,
                        type.getSimpleName() + " declares no such field; its fields are " + String.join(", ", fields)
                                + (isInherited(each)
                                        ? ". Map the class that declares it too, with annotate(MappedSuperclass.class)"
                                        : "")));
        if (!problems.isEmpty()) {
            throw new MappingException(type.getName() + " cannot be mapped:\n"
                    + problems.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
        }
        if (ofClass.stream().noneMatch(ClassMapping::isKind)) {
            annotate(Entity.class);
        }
        new AddedAnnotations(alone, ofClass, ofMembers).addTo(type);
    }

    private boolean isInherited(String field) {
        for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            if (Arrays.stream(each.getDeclaredFields())
                    .anyMatch(it -> it.getName().equals(field))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKind(Annotation annotation) {
        return annotation instanceof Entity
                || annotation instanceof Embeddable
                || annotation instanceof MappedSuperclass;
    }
}
