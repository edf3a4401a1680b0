package dev.azoth.orm.mapping;

import dev.azoth.orm.access.MemberAccess;
import java.util.List;

/** As the processor wrote it before the entity got another member. */
final class MappingExceptionTest_Stale__Access implements MemberAccess<MappingExceptionTest.Stale> {
    @Override
    public List<String> members() {
        return List.of("id");
    }

    @Override
    public MappingExceptionTest.Stale create() {
        return new MappingExceptionTest.Stale();
    }

    @Override
    public Object get(MappingExceptionTest.Stale object, int member) {
        return object.id;
    }

    @Override
    public void set(MappingExceptionTest.Stale object, int member, Object value) {
        object.id = (Integer) value;
    }
}
