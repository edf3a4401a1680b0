package dev.azoth.orm.annotation;

import jakarta.persistence.GeneratedValue;
import java.util.UUID;

/** Makes the UUIDs of {@link GeneratedValue}. */
final class GeneratedUuids implements ValueGenerator<GeneratedValue> {
    GeneratedUuids() {}

    @Override
    public Object next(GeneratedValue annotation, ValueRequest request) {
        UUID made = TimeOrderedUuid.at(request.now());
        return request.memberType() == UUID.class ? made : made.toString();
    }
}
