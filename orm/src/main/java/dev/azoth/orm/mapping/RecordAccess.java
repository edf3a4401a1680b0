package dev.azoth.orm.mapping;

import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.access.PrivateMembers;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a record's components through their accessors, and makes records by their canonical constructors. */
final class RecordAccess implements MemberAccess<Object> {
    private final List<String> members;
    private final MethodHandle constructor;
    private final FieldHandle[] fields;
    private final int[] memberOfComponent;

    RecordAccess(MethodHandles.Lookup lookup, Class<?> javaType, List<MemberModel> members) {
        RecordComponent[] components = javaType.getRecordComponents();
        this.members = members.stream().map(MemberModel::name).toList();
        this.fields = new FieldHandle[components.length];
        this.memberOfComponent = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            int member = this.members.indexOf(components[i].getName());
            memberOfComponent[i] = member;
            fields[member] = FieldHandle.ofComponent(lookup, components[i]);
        }
        this.constructor = PrivateMembers.constructor(
                lookup,
                javaType,
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    @Override
    public List<String> members() {
        return members;
    }

    @Override
    public Object create() {
        throw new UnsupportedOperationException("a record is made of its values");
    }

    @Override
    public Object create(@Nullable Object[] values) {
        @Nullable Object[] arguments = new @Nullable Object[memberOfComponent.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values[memberOfComponent[i]];
        }
        return PrivateMembers.create(constructor, arguments);
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
