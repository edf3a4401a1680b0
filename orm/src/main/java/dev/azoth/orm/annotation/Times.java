package dev.azoth.orm.annotation;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;

/** Makes the values of {@link CreatedAt} and {@link UpdatedAt}. */
final class Times implements ValueGenerator<Annotation> {
    private static final Map<Class<?>, Function<Clock, Object>> CLASSES = Map.of(
            Instant.class, Clock::instant,
            OffsetDateTime.class, OffsetDateTime::now,
            LocalDateTime.class, LocalDateTime::now,
            LocalDate.class, LocalDate::now);

    Times() {}

    @Override
    public void check(Annotation annotation, Class<?> memberType) {
        if (!CLASSES.containsKey(memberType)) {
            throw new IllegalArgumentException("@" + annotation.annotationType().getSimpleName()
                    + " is for an Instant, OffsetDateTime, LocalDateTime or LocalDate, not " + memberType.getName());
        }
    }

    @Override
    public Object next(Annotation annotation, ValueRequest request) {
        return CLASSES.getOrDefault(request.memberType(), Clock::instant).apply(request.clock());
    }
}
