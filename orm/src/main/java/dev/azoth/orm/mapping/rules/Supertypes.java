package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.Optional;

/** Finds an interface among all that a class implements, with the type arguments it has there. */
final class Supertypes {
    private Supertypes() {}

    static Optional<TypeView> find(ClassView type, String interfaceName) {
        for (TypeView each : type.interfaces()) {
            if (each.name().equals(interfaceName)) {
                return Optional.of(each);
            }
            Optional<TypeView> above = each.asClass().flatMap(up -> find(up, interfaceName));
            if (above.isPresent()) {
                return above;
            }
        }
        return type.superclass().flatMap(up -> find(up, interfaceName));
    }
}
