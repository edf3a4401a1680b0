package dev.azoth.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one type, on databases that have arrays; elsewhere a statement that needs it fails to compile.
 *
 * @param element the type of the elements, which may be null each
 */
public record ArrayType<E>(SqlType<E> element) implements SqlType<List<E>> {
    @Override
    public boolean isSensitive() {
        return element.isSensitive();
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type argument; List<E> erases to it
    public Class<List<E>> javaType() {
        return (Class<List<E>>) (Class<?>) List.class;
    }

    @Override
    public String name() {
        return element.name() + "[]";
    }

    @Override
    public boolean same(List<E> left, List<E> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            @Nullable E a = left.get(i);
            @Nullable E b = right.get(i);
            if ((a == null || b == null) ? a != b : !element.same(a, b)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<E> copy(List<E> value) {
        return Collections.unmodifiableList(new ArrayList<>(value));
    }
}
