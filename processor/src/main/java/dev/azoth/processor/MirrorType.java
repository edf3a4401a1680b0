package dev.azoth.processor;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A type by the compiler's model. */
final class MirrorType implements TypeView {
    private final CompilerClasses classes;
    private final TypeMirror type;

    MirrorType(CompilerClasses classes, TypeMirror type) {
        this.classes = classes;
        this.type = type;
    }

    @Override
    public String name() {
        if (type instanceof ArrayType array) {
            return "[" + descriptor(array.getComponentType());
        }
        return type.getKind() == TypeKind.DECLARED
                ? classes.elements().getBinaryName(element()).toString()
                : classes.types().erasure(type).toString();
    }

    /** As the names of arrays' classes have it. */
    private String descriptor(TypeMirror component) {
        TypeView view = classes.of(component);
        return switch (component.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case ARRAY -> view.name();
            default -> "L" + view.name() + ";";
        };
    }

    private TypeElement element() {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    @Override
    public Optional<ClassView> asClass() {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of(new ElementClass(classes, element(), (DeclaredType) type))
                : Optional.empty();
    }

    @Override
    public List<TypeView> arguments() {
        return type.getKind() == TypeKind.DECLARED ? classes.all(((DeclaredType) type).getTypeArguments()) : List.of();
    }

    @Override
    public Optional<TypeView> component() {
        return type instanceof ArrayType array ? Optional.of(classes.of(array.getComponentType())) : Optional.empty();
    }

    @Override
    public boolean isPrimitive() {
        return type.getKind().isPrimitive();
    }

    @Override
    public TypeView boxed() {
        return type instanceof PrimitiveType primitive
                ? classes.of(classes.types().boxedClass(primitive).asType())
                : this;
    }

    @Override
    public String toString() {
        return spelled();
    }
}
