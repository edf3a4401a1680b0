package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/** A field, a record's component, or a method. */
public interface MemberView {
    /** The name. */
    String name();

    /** The class that declares it. */
    ClassView declaringClass();

    /** The type of a field, or what a method returns; type parameters of the class are replaced by what is known of them. */
    TypeView type();

    /** The types of a method's parameters; none of a field. */
    List<TypeView> parameters();

    /** Who may use it. */
    Visibility visibility();

    /** Whether it is declared final, as a record's component is. */
    boolean isFinal();

    /** Whether it has Java's own keyword {@code transient}. */
    boolean isTransient();

    /** What JSpecify's annotations on its type say of null. */
    Nullness nullness();

    /** Its annotations. */
    List<AnnotationView> annotations();

    /** The annotation of a type on it. */
    default Optional<AnnotationView> annotation(String annotationName) {
        return AnnotationView.find(annotations(), annotationName);
    }

    /** Whether it has an annotation of a type. */
    default boolean has(String annotationName) {
        return annotation(annotationName).isPresent();
    }

    /** Java's access. */
    enum Visibility {
        /** Its class. */
        PRIVATE,
        /** Its package. */
        PACKAGE,
        /** Its package and subclasses. */
        PROTECTED,
        /** Everybody. */
        PUBLIC
    }

    /** What is said of null. */
    enum Nullness {
        /** {@code @Nullable}. */
        NULLABLE,
        /** {@code @NonNull}. */
        NON_NULL,
        /** Nothing. */
        UNSPECIFIED
    }
}
