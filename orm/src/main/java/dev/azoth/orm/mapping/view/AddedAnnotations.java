package dev.azoth.orm.mapping.view;

import dev.azoth.InvalidRequestException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Annotations that a program gives to a class from outside, since it cannot write them there. Each stands in the place of the class's own of the same
 * type.
 *
 * <p>They are there for the whole process, and before anybody looks at the class: what it is mapped to never changes.
 *
 * @param alone     whether those that the class has itself say nothing
 * @param ofClass   those of the class
 * @param ofMembers those of its fields, by their names
 */
public record AddedAnnotations(boolean alone, List<Annotation> ofClass, Map<String, List<Annotation>> ofMembers) {
    private static final AddedAnnotations NONE = new AddedAnnotations(false, List.of(), Map.of());

    /** Empty until the class was looked at, or annotations were added. */
    private static final ClassValue<AtomicReference<@Nullable AddedAnnotations>> ADDED = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable AddedAnnotations> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    /** Takes immutable copies. */
    public AddedAnnotations {
        ofClass = List.copyOf(ofClass);
        ofMembers = Map.copyOf(ofMembers);
    }

    /**
     * Adds them to a class. The second time does nothing, if it says the same.
     *
     * @throws InvalidRequestException if the class was looked at without them, or has others
     */
    public void addTo(Class<?> type) {
        AtomicReference<@Nullable AddedAnnotations> added = ADDED.get(type);
        AddedAnnotations before = added.compareAndExchange(null, this);
        if (before != null && !before.equals(this)) {
            throw new InvalidRequestException(
                    before.equals(NONE)
                            ? type.getName()
                                    + " was mapped, or looked at for the mapping of another class, before this was said of it: say it first, as in a"
                                    + " static initializer of the class that makes the session factory"
                            : type.getName() + " is mapped already, and differently: a class has one mapping");
        }
    }

    /** Those that were added to a class; from now on there cannot be others. */
    static AddedAnnotations of(Class<?> type) {
        AddedAnnotations before = ADDED.get(type).compareAndExchange(null, NONE);
        return before == null ? NONE : before;
    }

    /** The annotations of the class, with its own. */
    List<Annotation> onClass(Annotation[] own) {
        return with(ofClass, own);
    }

    /** The annotations of a field, with its own. */
    List<Annotation> onField(String name, Annotation[] own) {
        return with(ofMembers.getOrDefault(name, List.of()), own);
    }

    private List<Annotation> with(List<Annotation> added, Annotation[] own) {
        List<Annotation> all = new ArrayList<>(alone ? List.of() : Arrays.asList(own));
        all.removeIf(each -> added.stream().anyMatch(it -> it.annotationType() == each.annotationType()));
        all.addAll(added);
        return all;
    }
}
