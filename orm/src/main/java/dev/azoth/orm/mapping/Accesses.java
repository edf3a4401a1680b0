package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.mapping.model.GeneratedNames;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/** Finds the code that reads and writes a class's members: what the processor wrote, else handles. */
final class Accesses {
    private Accesses() {}

    static MemberAccess<?> of(Class<?> javaType, boolean isRecord, List<MemberModel> members) {
        MethodHandles.Lookup lookup = lookup(javaType);
        Optional<MemberAccess<?>> generated = generated(lookup, javaType);
        if (generated.isPresent()) {
            checkCurrent(generated.get(), javaType, members);
            return generated.get();
        }
        return isRecord ? new RecordAccess(lookup, javaType, members) : new FieldAccess(lookup, javaType, members);
    }

    private static Optional<MemberAccess<?>> generated(MethodHandles.Lookup lookup, Class<?> javaType) {
        String name = GeneratedNames.access(javaType.getName());
        try {
            Class<?> found = Class.forName(name, true, javaType.getClassLoader());
            Object access = lookup.findConstructor(found, MethodType.methodType(void.class))
                    .invoke();
            return Optional.of((MemberAccess<?>) access);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new MappingException(name + " cannot be used: compile " + javaType.getName() + " again", e);
        }
    }

    private static void checkCurrent(MemberAccess<?> generated, Class<?> javaType, List<MemberModel> members) {
        List<String> names = members.stream().map(MemberModel::name).toList();
        if (!generated.members().equals(names)) {
            throw new MappingException(
                    generated.getClass().getName() + " was generated when the members were " + generated.members()
                            + ", and they are " + names + " now: compile " + javaType.getName() + " again");
        }
    }

    static MethodHandles.Lookup lookup(Class<?> javaType) {
        Accesses.class.getModule().addReads(javaType.getModule());
        try {
            return MethodHandles.privateLookupIn(javaType, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new MappingException(
                    javaType.getName() + " is not open to the mapper: add \"opens " + javaType.getPackageName()
                            + " to dev.azoth.orm;\" to the module "
                            + javaType.getModule().getName(),
                    e);
        }
    }
}
