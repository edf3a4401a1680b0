package dev.azoth.orm.mapping;

import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.mapping.model.MemberModel;
import java.util.List;

/** Finds the code that reads and writes a class's members: what the processor wrote, else handles. */
final class Accesses {
    private Accesses() {}

    static MemberAccess<?> of(Class<?> javaType, boolean isRecord, List<MemberModel> members) {
        throw new UnsupportedOperationException("to come");
    }
}
