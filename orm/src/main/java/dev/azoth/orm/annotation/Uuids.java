package dev.azoth.orm.annotation;

import java.util.UUID;

/** Makes the values of {@link Uuid}. */
final class Uuids implements ValueGenerator<Uuid> {
    Uuids() {}

    @Override
    public void check(Uuid annotation, Class<?> memberType) {
        if (memberType != UUID.class && memberType != String.class) {
            throw new IllegalArgumentException("@Uuid is for a UUID or a String, not " + memberType.getName());
        }
        if (annotation.version() != 4 && annotation.version() != 7) {
            throw new IllegalArgumentException("@Uuid(version = " + annotation.version() + "): 4 or 7 can be made");
        }
    }

    @Override
    public Object next(Uuid annotation, ValueRequest request) {
        UUID made = annotation.version() == 4 ? UUID.randomUUID() : TimeOrderedUuid.at(request.now());
        return request.memberType() == UUID.class ? made : made.toString();
    }
}
