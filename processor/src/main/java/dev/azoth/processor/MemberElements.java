package dev.azoth.processor;

import dev.azoth.orm.mapping.model.MemberModel;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The elements behind the members of a class, and what code in the class's package may call by name. */
final class MemberElements {
    private final Elements elements;
    private final Types types;
    private final TypeElement owner;
    private final PackageElement from;

    MemberElements(ProcessingEnvironment environment, TypeElement owner) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.owner = owner;
        this.from = elements.getPackageOf(owner);
    }

    VariableElement field(MemberModel member) {
        for (TypeElement each = owner; each != null; each = (TypeElement) types.asElement(each.getSuperclass())) {
            if (elements.getBinaryName(each).contentEquals(member.declaringClass())) {
                for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
                    if (field.getSimpleName().contentEquals(member.name())) {
                        return field;
                    }
                }
            }
        }
        throw new NoSuchElementException(member.declaringClass() + "." + member.name());
    }

    TypeElement declaring(MemberModel member) {
        return (TypeElement) Objects.requireNonNull(field(member).getEnclosingElement());
    }

    /** The type of a member, with what the class knows of type parameters. */
    TypeMirror type(MemberModel member) {
        return types.asMemberOf((DeclaredType) owner.asType(), field(member));
    }

    /** The type that a member is declared with, without type arguments and parameters. */
    TypeMirror erased(MemberModel member) {
        return types.erasure(field(member).asType());
    }

    /** The type of a member's value: what is inside a {@code Lazy}, and boxed. */
    TypeMirror value(MemberModel member) {
        TypeMirror type = type(member);
        if (type instanceof PrimitiveType primitive) {
            return types.boxedClass(primitive).asType();
        }
        return member.lazy() ? argument(type) : type;
    }

    /** The type argument of a {@code Lazy} or a collection, of a map that of its values; the type itself where there is none. */
    static TypeMirror argument(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.isEmpty() ? type : arguments.get(arguments.size() - 1);
    }

    /** Whether a type has type arguments, so that its class literal says less. */
    static boolean isGeneric(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    boolean canName(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return canName(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            return canName((TypeElement) declared.asElement())
                    && declared.getTypeArguments().stream().allMatch(this::canName);
        }
        return true;
    }

    boolean canName(TypeElement type) {
        boolean samePackage = elements.getPackageOf(type).equals(from);
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            boolean open = each.getModifiers().contains(Modifier.PUBLIC)
                    || (samePackage && !each.getModifiers().contains(Modifier.PRIVATE));
            if (!open) {
                return false;
            }
        }
        return true;
    }
}
