package dev.azoth.orm.mapping.view;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class by reflection. */
final class ReflectedClass implements ClassView {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final String NULL_UNMARKED = "org.jspecify.annotations.NullUnmarked";

    private final Class<?> javaType;
    private final TypeArguments arguments;
    private @Nullable List<MemberView> fields; // asked for again and again, as the annotations are
    private @Nullable List<AnnotationView> annotations;

    ReflectedClass(Class<?> javaType, TypeArguments arguments) {
        this.javaType = javaType;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return javaType.getName();
    }

    @Override
    public String canonicalName() {
        String canonical = javaType.getCanonicalName();
        return canonical == null ? javaType.getName() : canonical;
    }

    @Override
    public String simpleName() {
        return javaType.getSimpleName();
    }

    @Override
    public String packageName() {
        return javaType.getPackageName();
    }

    @Override
    public Kind kind() {
        return javaType.isAnnotation()
                ? Kind.ANNOTATION
                : javaType.isInterface()
                        ? Kind.INTERFACE
                        : javaType.isEnum() ? Kind.ENUM : javaType.isRecord() ? Kind.RECORD : Kind.CLASS;
    }

    @Override
    public boolean isAbstract() {
        return Modifier.isAbstract(javaType.getModifiers());
    }

    @Override
    public boolean isPrivate() {
        for (Class<?> each = javaType; each != null; each = each.getDeclaringClass()) {
            if (Modifier.isPrivate(each.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isInner() {
        return javaType.isLocalClass()
                || javaType.isAnonymousClass()
                || (javaType.isMemberClass() && !Modifier.isStatic(javaType.getModifiers()));
    }

    @Override
    public boolean isGeneric() {
        return javaType.getTypeParameters().length > 0;
    }

    @Override
    public boolean isNullMarked() {
        for (Class<?> each = javaType; each != null; each = each.getEnclosingClass()) {
            if (has(each, NULL_MARKED) || has(each, NULL_UNMARKED)) {
                return has(each, NULL_MARKED);
            }
        }
        Package around = javaType.getPackage();
        if (around != null && (has(around, NULL_MARKED) || has(around, NULL_UNMARKED))) {
            return has(around, NULL_MARKED);
        }
        return has(javaType.getModule(), NULL_MARKED);
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return ReflectedAnnotation.allOf(element).stream()
                .anyMatch(each -> each.name().equals(annotation));
    }

    @Override
    public ConstructorKind noArgConstructor() {
        for (Constructor<?> each : javaType.getDeclaredConstructors()) {
            if (each.getParameterCount() == 0) {
                return Modifier.isPrivate(each.getModifiers()) ? ConstructorKind.PRIVATE : ConstructorKind.REACHABLE;
            }
        }
        return ConstructorKind.NONE;
    }

    @Override
    public Optional<ClassView> superclass() {
        Class<?> superclass = javaType.getSuperclass();
        return superclass == null || superclass == Object.class
                ? Optional.empty()
                : arguments.resolve(javaType.getGenericSuperclass()).asClass();
    }

    @Override
    public List<TypeView> interfaces() {
        return Arrays.stream(javaType.getGenericInterfaces())
                .map(arguments::resolve)
                .toList();
    }

    @Override
    public List<ClassView> permitted() {
        Class<?>[] permitted = javaType.getPermittedSubclasses();
        return permitted == null
                ? List.of()
                : Arrays.stream(permitted).map(ReflectedClasses::of).toList();
    }

    @Override
    public List<String> constants() {
        return Arrays.stream(javaType.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName)
                .toList();
    }

    @Override
    public List<MemberView> fields() {
        List<MemberView> found = fields;
        if (found == null) {
            found = Arrays.stream(javaType.getDeclaredFields())
                    .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
                    .<MemberView>map(each ->
                            new ReflectedMember(this, each, each.getGenericType(), each.getAnnotatedType(), arguments))
                    .toList();
            fields = found;
        }
        return found;
    }

    @Override
    public List<MemberView> methods() {
        return methods(false);
    }

    @Override
    public List<MemberView> staticMethods() {
        return methods(true);
    }

    private List<MemberView> methods(boolean isStatic) {
        return Arrays.stream(javaType.getDeclaredMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()) == isStatic && !each.isSynthetic())
                .<MemberView>map(each -> new ReflectedMember(
                        this, each, each.getGenericReturnType(), each.getAnnotatedReturnType(), arguments))
                .toList();
    }

    @Override
    public boolean mayBeAnnotated() {
        return false;
    }

    @Override
    public List<AnnotationView> annotations() {
        List<AnnotationView> found = annotations;
        if (found == null) {
            found = ReflectedAnnotation.allOf(AddedAnnotations.of(javaType).onClass(javaType.getDeclaredAnnotations()));
            annotations = found;
        }
        return found;
    }

    @Override
    public List<AnnotationView> packageAnnotations() {
        Package around = javaType.getPackage();
        return around == null ? List.of() : ReflectedAnnotation.allOf(around);
    }

    @Override
    public String toString() {
        return name();
    }
}
