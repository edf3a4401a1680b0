package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/** A class, an interface, a record, an enum or an annotation. */
public interface ClassView {
    /** The binary name, such as {@code app.Order$Line}. */
    String name();

    /** The simple name. */
    String simpleName();

    /** The package's name. */
    String packageName();

    /** What it is. */
    Kind kind();

    /** Whether it is declared abstract. */
    boolean isAbstract();

    /** Whether objects of it need an object of an enclosing class, or it is local. */
    boolean isInner();

    /** Whether types in it are not null unless they say so, by JSpecify's {@code @NullMarked} on it or around it. */
    boolean isNullMarked();

    /** Whether it has a constructor without parameters. */
    boolean hasNoArgConstructor();

    /** Whether code of its own package can call that constructor. */
    boolean hasReachableNoArgConstructor();

    /** The class that it extends, with type arguments; none for {@code Object}, interfaces, and classes that extend nothing else. */
    Optional<TypeView> superclass();

    /** The interfaces that it implements or extends directly. */
    List<TypeView> interfaces();

    /** Its own fields that are not static, or a record's components, as declared; types in which type parameters are replaced by arguments. */
    List<MemberView> fields();

    /** Its own methods that are not static. */
    List<MemberView> methods();

    /** Its annotations, inherited ones left out. */
    List<AnnotationView> annotations();

    /** The annotation of a type on it. */
    default Optional<AnnotationView> annotation(String annotationName) {
        return annotations().stream()
                .filter(each -> each.name().equals(annotationName))
                .findFirst();
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
}
