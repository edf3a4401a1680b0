package dev.azoth.processor;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** A field or a method by the compiler's model. */
final class ElementMember implements MemberView {
    private final CompilerClasses classes;
    private final ClassView declaringClass;
    private final DeclaredType container;
    private final Element element;

    ElementMember(CompilerClasses classes, ClassView declaringClass, DeclaredType container, Element element) {
        this.classes = classes;
        this.declaringClass = declaringClass;
        this.container = container;
        this.element = element;
    }

    @Override
    public String name() {
        return element.getSimpleName().toString();
    }

    @Override
    public ClassView declaringClass() {
        return declaringClass;
    }

    @Override
    public TypeView type() {
        TypeMirror here = classes.types().asMemberOf(container, element);
        return classes.of(here instanceof ExecutableType method ? method.getReturnType() : here);
    }

    @Override
    public List<TypeView> parameters() {
        TypeMirror here = classes.types().asMemberOf(container, element);
        return here instanceof ExecutableType method
                ? method.getParameterTypes().stream().map(classes::of).toList()
                : List.of();
    }

    @Override
    public Visibility visibility() {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                ? Visibility.PUBLIC
                : modifiers.contains(Modifier.PROTECTED)
                        ? Visibility.PROTECTED
                        : modifiers.contains(Modifier.PRIVATE) ? Visibility.PRIVATE : Visibility.PACKAGE;
    }

    @Override
    public boolean isFinal() {
        return element.getModifiers().contains(Modifier.FINAL);
    }

    @Override
    public boolean isTransient() {
        return element.getModifiers().contains(Modifier.TRANSIENT);
    }

    @Override
    public Nullness nullness() {
        TypeMirror declared = element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
        for (AnnotationMirror each : declared.getAnnotationMirrors()) {
            String name = ((TypeElement) each.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            if (name.equals("org.jspecify.annotations.Nullable")) {
                return Nullness.NULLABLE;
            } else if (name.equals("org.jspecify.annotations.NonNull")) {
                return Nullness.NON_NULL;
            }
        }
        return Nullness.UNSPECIFIED;
    }

    @Override
    public List<AnnotationView> annotations() {
        return MirrorAnnotation.allOf(classes, element);
    }

    @Override
    public String toString() {
        return declaringClass + "." + name();
    }
}
