package dev.azoth.processor;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Views of classes by the compiler's model. */
final class CompilerClasses {
    private final Elements elements;
    private final Types types;
    private final Predicate<String> compiled;

    /**
     * Views.
     *
     * @param compiled tells by its name whether a class at the top of a file is compiled now
     */
    CompilerClasses(Elements elements, Types types, Predicate<String> compiled) {
        this.elements = elements;
        this.types = types;
        this.compiled = compiled;
    }

    /** Whether the program may say of a class what is not written in it: it cannot write there, and Java's own and the mapper's are nobody's entities. */
    boolean mayBeAnnotated(TypeElement element) {
        Element top = element;
        while (top.getEnclosingElement() instanceof TypeElement around) {
            top = around;
        }
        String name = ((TypeElement) top).getQualifiedName().toString();
        return !name.startsWith("java.") && !name.startsWith("dev.azoth.orm.") && !compiled.test(name);
    }

    ClassView of(TypeElement element) {
        return new ElementClass(this, element, (DeclaredType) element.asType());
    }

    TypeView of(TypeMirror type) {
        TypeMirror known = known(type);
        return new MirrorType(this, known);
    }

    /** A type parameter of which nothing is known is its bound, and so is a wildcard. */
    private TypeMirror known(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? elements.getTypeElement("java.lang.Object").asType() : known(bound);
        } else if (type instanceof TypeVariable variable) {
            TypeMirror bound = variable.getUpperBound();
            return known(
                    bound instanceof IntersectionType several
                            ? types.erasure(several.getBounds().get(0))
                            : types.erasure(bound));
        }
        return type;
    }

    List<TypeView> all(List<? extends TypeMirror> mirrors) {
        return mirrors.stream().<TypeView>map(this::of).toList();
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }
}
