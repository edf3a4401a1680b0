package dev.azoth.orm.mapping;

import dev.azoth.MappingException;

/** Loads classes by the binary names that a model has. */
final class ClassNames {
    private ClassNames() {}

    static Class<?> load(String binaryName, Class<?> near) {
        try {
            return Class.forName(binaryName, false, near.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    near.getName() + " refers to " + binaryName + ", which is not on its class path", e);
        }
    }
}
