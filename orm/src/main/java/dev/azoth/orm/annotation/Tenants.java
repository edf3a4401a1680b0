package dev.azoth.orm.annotation;

import dev.azoth.InvalidRequestException;
import java.lang.annotation.Annotation;

/** Gives the values of {@link TenantId}. */
final class Tenants implements ValueGenerator<Annotation> {
    Tenants() {}

    @Override
    public Object next(Annotation annotation, ValueRequest request) {
        return request.tenant()
                .orElseThrow(() -> new InvalidRequestException(
                        "a new row has no tenant: open the session with one, sessions.open(options -> options.tenant(…)); in one of"
                                + " all tenants, set the member that has @TenantId"));
    }
}
