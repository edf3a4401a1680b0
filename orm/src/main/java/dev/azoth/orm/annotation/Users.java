package dev.azoth.orm.annotation;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Gives the values of {@link CreatedBy} and {@link UpdatedBy}. */
final class Users implements ValueGenerator<Annotation> {
    Users() {}

    @Override
    public @Nullable Object next(Annotation annotation, ValueRequest request) {
        return request.user().orElse(null);
    }
}
