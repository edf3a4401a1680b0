package dev.azoth.orm.mapping;

import dev.azoth.orm.NamingStrategy;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ReflectedClasses;

/** Finds the naming strategy of an entity. */
final class Namings {
    private static final NamingStrategy NONE = new NamingStrategy() {};

    /** One object of a class, however many entities it names. */
    private static final ClassValue<NamingStrategy> STRATEGIES = new ClassValue<>() {
        @Override
        protected NamingStrategy computeValue(Class<?> strategy) {
            return (NamingStrategy) Declarations.create(strategy);
        }
    };

    private Namings() {}

    static NamingStrategy of(Class<?> entity) {
        return MappingRules.naming(ReflectedClasses.of(entity))
                .map(name -> STRATEGIES.get(ClassNames.load(name, entity)))
                .orElse(NONE);
    }
}
