package dev.azoth.orm.annotation;

import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Makes versions that are times: each later than the one before, though the clock stands still or goes back. */
final class VersionTimes implements ValueGenerator<Version> {
    VersionTimes() {}

    @Override
    public Object next(Version annotation, ValueRequest request) {
        Clock clock = request.clock();
        Class<?> type = request.memberType();
        Object before = request.current().orElse(null);
        if (type == Instant.class) {
            Instant now = clock.instant();
            return before instanceof Instant last && !now.isAfter(last) ? last.plus(1, ChronoUnit.MICROS) : now;
        } else if (type == LocalDateTime.class) {
            LocalDateTime now = LocalDateTime.now(clock);
            return before instanceof LocalDateTime last && !now.isAfter(last) ? last.plus(1, ChronoUnit.MICROS) : now;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        return before instanceof OffsetDateTime last && !now.isAfter(last) ? last.plus(1, ChronoUnit.MICROS) : now;
    }
}
