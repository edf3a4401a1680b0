package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds interfaces among all that a class implements, with the type arguments they have there. */
final class Supertypes {
    private Supertypes() {}

    /** All of them, each once; those of the class first. */
    static List<ClassView> interfaces(ClassView type) {
        List<ClassView> all = new ArrayList<>();
        collect(type, all);
        return all;
    }

    private static void collect(ClassView type, List<ClassView> all) {
        for (TypeView each : type.interfaces()) {
            each.asClass().ifPresent(up -> {
                if (all.stream().noneMatch(known -> known.name().equals(up.name()))) {
                    all.add(up);
                    collect(up, all);
                }
            });
        }
        type.superclass().ifPresent(up -> collect(up, all));
    }

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
