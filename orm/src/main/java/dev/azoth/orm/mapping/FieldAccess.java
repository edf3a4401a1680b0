package dev.azoth.orm.mapping;

import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.access.PrivateMembers;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes fields by handles. */
final class FieldAccess implements MemberAccess<Object> {
    private static final Object[] NO_VALUES = {};

    private final List<String> members;
    private final @Nullable MethodHandle constructor;
    private final FieldHandle[] fields;

    FieldAccess(MethodHandles.Lookup lookup, Class<?> javaType, List<MemberModel> members) {
        this.members = members.stream().map(MemberModel::name).toList();
        this.constructor =
                Modifier.isAbstract(javaType.getModifiers()) ? null : PrivateMembers.constructor(lookup, javaType);
        this.fields = members.stream()
                .map(each -> FieldHandle.of(lookup, javaType, each))
                .toArray(FieldHandle[]::new);
    }

    @Override
    public List<String> members() {
        return members;
    }

    @Override
    public Object create() {
        if (constructor == null) {
            throw new UnsupportedOperationException(
                    "an abstract class has no objects but those of the classes that extend it");
        }
        return PrivateMembers.create(constructor, NO_VALUES);
    }

    @Override
    public @Nullable Object get(Object object, int member) {
        return fields[member].get(object);
    }

    @Override
    public void set(Object object, int member, @Nullable Object value) {
        fields[member].set(object, value);
    }
}
