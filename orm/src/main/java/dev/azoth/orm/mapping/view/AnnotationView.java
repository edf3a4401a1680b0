package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/**
 * An annotation and its values.
 *
 * <p>A value that was not given is the annotation's default. Whether it was given cannot be asked, since reflection does not know.
 */
public interface AnnotationView {
    /** The binary name of the annotation's type. */
    String name();

    /** The annotation's type. */
    ClassView type();

    /** A value that is text. */
    String text(String value);

    /** A value that is a number. */
    int number(String value);

    /** A value that is true or false. */
    boolean flag(String value);

    /** The name of the constant that a value is. */
    String constant(String value);

    /** The names of the constants that a value lists. */
    List<String> constants(String value);

    /** A value that is a list of texts. */
    List<String> texts(String value);

    /** A value that is a class. */
    TypeView typeValue(String value);

    /** A value that is a list of classes. */
    List<TypeView> typeValues(String value);

    /** A value that is a list of annotations. */
    List<AnnotationView> annotations(String value);

    /** A value that is an annotation. */
    AnnotationView annotation(String value);

    /** The names of the values that are not the defaults, sorted. */
    List<String> changed();

    /** The name without its package. */
    default String simpleName() {
        return name().substring(Math.max(name().lastIndexOf('.'), name().lastIndexOf('$')) + 1);
    }

    /** The annotation of a type among several. */
    static Optional<AnnotationView> find(List<AnnotationView> annotations, String name) {
        return annotations.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
