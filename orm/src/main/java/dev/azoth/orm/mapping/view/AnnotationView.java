package dev.azoth.orm.mapping.view;

import java.util.List;

/**
 * An annotation and its values. A value that is not given is the annotation's default; whether it was given cannot be asked, since reflection
 * does not know.
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

    /** The name of a constant. */
    String constant(String value);

    /** The names of constants. */
    List<String> constants(String value);

    /** A value that is a list of texts. */
    List<String> texts(String value);

    /** A value that is a class. */
    TypeView typeValue(String value);

    /** A value that is an annotation. */
    AnnotationView annotation(String value);

    /** A value that is a list of annotations. */
    List<AnnotationView> annotations(String value);

    /** Names of the values that are not the defaults. */
    List<String> changed();
}
