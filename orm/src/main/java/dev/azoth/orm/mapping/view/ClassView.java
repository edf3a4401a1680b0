package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/** A class, an interface, a record, an enum or an annotation; with type arguments, where it was reached through a type that has some. */
public interface ClassView {
    /** The binary name, such as {@code app.Order$Line}. */
    String name();

    /** The name as source code spells it, such as {@code app.Order.Line}. */
    String canonicalName();

    /** The simple name. */
    String simpleName();

    /** The package's name. */
    String packageName();

    /** What it is. */
    Kind kind();

    /** Whether it is declared abstract; an interface is. */
    boolean isAbstract();

    /** Whether it, or a class around it, is declared private. */
    boolean isPrivate();

    /** Whether objects of it need an object of an enclosing class, or it is local. */
    boolean isInner();

    /** Whether it has type parameters. */
    boolean isGeneric();

    /** Whether types in it are not null unless they say so, by JSpecify's {@code @NullMarked} on it or around it. */
    boolean isNullMarked();

    /** Its constructor without parameters. */
    ConstructorKind noArgConstructor();

    /** The class that it extends, with type arguments; none for {@code Object}, for interfaces, and for what extends nothing else. */
    Optional<ClassView> superclass();

    /** The interfaces that it implements or extends directly, as types with arguments. */
    List<TypeView> interfaces();

    /** The classes that it permits to extend it, if it is sealed; else none. */
    List<ClassView> permitted();

    /** The names of an enum's constants, in order; else none. */
    List<String> constants();

    /** Its own fields that are not static, or a record's components, as declared. */
    List<MemberView> fields();

    /** Its own methods that are not static. */
    List<MemberView> methods();

    /** Its own static methods. */
    List<MemberView> staticMethods();

    /** The annotations on it, none of them inherited. */
    List<AnnotationView> annotations();

    /** The annotations on its package. */
    List<AnnotationView> packageAnnotations();

    /** Whether a program may give it annotations from outside that are not known here: to the compiler, of a class that it does not compile. */
    boolean mayBeAnnotated();

    /** The annotation of a type on it. */
    default Optional<AnnotationView> annotation(String annotationName) {
        return AnnotationView.find(annotations(), annotationName);
    }

    /** Whether it has an annotation of a type. */
    default boolean has(String annotationName) {
        return annotation(annotationName).isPresent();
    }

    /** The kinds of class. */
    enum Kind {
        /** A plain class. */
        CLASS,
        /** A record. */
        RECORD,
        /** An enum. */
        ENUM,
        /** An interface. */
        INTERFACE,
        /** An annotation. */
        ANNOTATION
    }

    /** What there is of a constructor without parameters. */
    enum ConstructorKind {
        /** There is none. */
        NONE,
        /** There is one, and it is private. */
        PRIVATE,
        /** There is one that other classes of the package can call. */
        REACHABLE
    }
}
