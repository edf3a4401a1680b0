package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/** A field, a record's component, or a method. */
public interface MemberView {
    /** The name. */
    String name();

    /** The class that declares it. */
    ClassView declaringClass();

    /** The type of a field's value, or what a method returns. */
    TypeView type();

    /** Whether it is declared private. */
    boolean isPrivate();

    /** Whether it is declared public. */
    boolean isPublic();

    /** Whether it is declared protected. */
    boolean isProtected();

    /** Whether it is declared final; a record's component is. */
    boolean isFinal();

    /** Whether it has Java's own keyword {@code transient}. */
    boolean isTransient();

    /** Its annotations. */
    List<AnnotationView> annotations();

    /** The annotation of a type on it. */
    default Optional<AnnotationView> annotation(String annotationName) {
        return annotations().stream()
                .filter(each -> each.name().equals(annotationName))
                .findFirst();
    }
}
