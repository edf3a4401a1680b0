package dev.azoth.orm.mapping.view;

import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field or a method by reflection. */
final class ReflectedMember implements MemberView {
    private final ClassView declaringClass;
    private final Member member;
    private final Type type;
    private final AnnotatedType annotatedType;
    private final TypeArguments arguments;
    private @Nullable List<AnnotationView> annotations;

    ReflectedMember(
            ClassView declaringClass, Member member, Type type, AnnotatedType annotatedType, TypeArguments arguments) {
        this.declaringClass = declaringClass;
        this.member = member;
        this.type = type;
        this.annotatedType = annotatedType;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return member.getName();
    }

    @Override
    public ClassView declaringClass() {
        return declaringClass;
    }

    @Override
    public TypeView type() {
        return arguments.resolve(type);
    }

    @Override
    public List<TypeView> parameters() {
        return member instanceof Method method
                ? Arrays.stream(method.getGenericParameterTypes())
                        .map(arguments::resolve)
                        .toList()
                : List.of();
    }

    @Override
    public Visibility visibility() {
        int modifiers = member.getModifiers();
        return Modifier.isPublic(modifiers)
                ? Visibility.PUBLIC
                : Modifier.isProtected(modifiers)
                        ? Visibility.PROTECTED
                        : Modifier.isPrivate(modifiers) ? Visibility.PRIVATE : Visibility.PACKAGE;
    }

    @Override
    public boolean isFinal() {
        return Modifier.isFinal(member.getModifiers());
    }

    @Override
    public boolean isTransient() {
        return Modifier.isTransient(member.getModifiers());
    }

    @Override
    public Nullness nullness() {
        for (Annotation each : annotatedType.getAnnotations()) {
            String name = each.annotationType().getName();
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
        List<AnnotationView> found = annotations;
        if (found == null) {
            Annotation[] own = ((AccessibleObject) member).getDeclaredAnnotations();
            found = ReflectedAnnotation.allOf(
                    member instanceof Field
                            ? AddedAnnotations.of(member.getDeclaringClass()).onField(name(), own)
                            : Arrays.asList(own));
            annotations = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return declaringClass + "." + name();
    }
}
