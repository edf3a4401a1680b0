package dev.azoth.processor;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An annotation by the compiler's model. */
final class MirrorAnnotation implements AnnotationView {
    private final CompilerClasses classes;
    private final AnnotationMirror annotation;

    private MirrorAnnotation(CompilerClasses classes, AnnotationMirror annotation) {
        this.classes = classes;
        this.annotation = annotation;
    }

    static List<AnnotationView> allOf(CompilerClasses classes, Element element) {
        return element.getAnnotationMirrors().stream()
                .<AnnotationView>map(each -> new MirrorAnnotation(classes, each))
                .toList();
    }

    @Override
    public String name() {
        return type().name();
    }

    @Override
    public ClassView type() {
        return classes.of((TypeElement) annotation.getAnnotationType().asElement());
    }

    private Map<? extends ExecutableElement, ? extends AnnotationValue> values() {
        return classes.elements().getElementValuesWithDefaults(annotation);
    }

    private Object get(String value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each : values().entrySet()) {
            if (each.getKey().getSimpleName().contentEquals(value)) {
                return each.getValue().getValue();
            }
        }
        throw new IllegalArgumentException(name() + " has no " + value);
    }

    private <T> List<T> list(String value, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Object each : (List<?>) get(value)) {
            found.add(type.cast(((AnnotationValue) each).getValue()));
        }
        return found;
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
        return ((VariableElement) get(value)).getSimpleName().toString();
    }

    @Override
    public List<String> constants(String value) {
        return list(value, VariableElement.class).stream()
                .map(each -> each.getSimpleName().toString())
                .toList();
    }

    @Override
    public List<String> texts(String value) {
        return list(value, String.class);
    }

    @Override
    public TypeView typeValue(String value) {
        // A class literal has no type arguments
        return classes.of(classes.types().erasure((TypeMirror) get(value)));
    }

    @Override
    public List<TypeView> typeValues(String value) {
        return list(value, TypeMirror.class).stream()
                .<TypeView>map(each -> classes.of(classes.types().erasure(each)))
                .toList();
    }

    @Override
    public List<AnnotationView> annotations(String value) {
        return list(value, AnnotationMirror.class).stream()
                .<AnnotationView>map(each -> new MirrorAnnotation(classes, each))
                .toList();
    }

    @Override
    public AnnotationView annotation(String value) {
        return new MirrorAnnotation(classes, (AnnotationMirror) get(value));
    }

    @Override
    public List<String> changed() {
        List<String> changed = new ArrayList<>();
        values().forEach((value, given) -> {
            if (!plain(given).equals(plain(value.getDefaultValue()))) {
                changed.add(value.getSimpleName().toString());
            }
        });
        changed.sort(null);
        return changed;
    }

    /** A value in a form that can be compared: defaults inside annotations are written out. */
    private Object plain(@Nullable AnnotationValue value) {
        if (value == null) {
            return "";
        }
        if (value.getValue() instanceof List<?> several) {
            return several.stream().map(each -> plain((AnnotationValue) each)).toList();
        } else if (value.getValue() instanceof AnnotationMirror inner) {
            return classes.elements().getElementValuesWithDefaults(inner).entrySet().stream()
                    .collect(Collectors.toMap(
                            each -> each.getKey().getSimpleName().toString(), each -> plain(each.getValue())));
        }
        return value.getValue().toString();
    }

    @Override
    public String toString() {
        return annotation.toString();
    }
}
