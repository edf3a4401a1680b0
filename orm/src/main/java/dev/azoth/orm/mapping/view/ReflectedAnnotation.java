package dev.azoth.orm.mapping.view;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** An annotation by reflection. */
final class ReflectedAnnotation implements AnnotationView {
    private final Annotation annotation;

    private ReflectedAnnotation(Annotation annotation) {
        this.annotation = annotation;
    }

    static List<AnnotationView> allOf(AnnotatedElement element) {
        return allOf(Arrays.asList(element.getDeclaredAnnotations()));
    }

    static List<AnnotationView> allOf(List<Annotation> annotations) {
        return annotations.stream()
                .<AnnotationView>map(ReflectedAnnotation::new)
                .toList();
    }

    Annotation annotation() {
        return annotation;
    }

    @Override
    public String name() {
        return annotation.annotationType().getName();
    }

    @Override
    public ClassView type() {
        return new ReflectedClass(annotation.annotationType(), TypeArguments.NONE);
    }

    private Object get(String value) {
        try {
            return invoke(annotation.annotationType().getDeclaredMethod(value));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(name() + " has no " + value, e);
        }
    }

    private Object invoke(Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name() + "." + method.getName() + " cannot be read", e);
        }
    }

    @Override
    public String text(String value) {
        return (String) get(value);
    }

    @Override
    public int number(String value) {
        return (Integer) get(value);
    }

    @Override
    public boolean flag(String value) {
        return (Boolean) get(value);
    }

    @Override
    public String constant(String value) {
        return ((Enum<?>) get(value)).name();
    }

    @Override
    public List<String> constants(String value) {
        return Arrays.stream((Enum<?>[]) get(value)).map(Enum::name).toList();
    }

    @Override
    public List<String> texts(String value) {
        return List.of((String[]) get(value));
    }

    @Override
    public TypeView typeValue(String value) {
        return ReflectedType.of((Class<?>) get(value), TypeArguments.NONE);
    }

    @Override
    public List<TypeView> typeValues(String value) {
        return Arrays.stream((Class<?>[]) get(value))
                .map(each -> ReflectedType.of(each, TypeArguments.NONE))
                .toList();
    }

    @Override
    public List<AnnotationView> annotations(String value) {
        return Arrays.stream((Annotation[]) get(value))
                .<AnnotationView>map(ReflectedAnnotation::new)
                .toList();
    }

    @Override
    public AnnotationView annotation(String value) {
        return new ReflectedAnnotation((Annotation) get(value));
    }

    @Override
    public List<String> changed() {
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .filter(each -> !Objects.deepEquals(invoke(each), each.getDefaultValue()))
                .map(Method::getName)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public String toString() {
        return annotation.toString();
    }
}
