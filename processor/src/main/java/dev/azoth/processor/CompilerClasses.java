package dev.azoth.processor;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
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

    CompilerClasses(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
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
