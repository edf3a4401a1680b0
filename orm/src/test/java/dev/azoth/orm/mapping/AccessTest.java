package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.mapping.Shop.Label;
import dev.azoth.orm.mapping.Shop.User;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.EntityModel;
import org.junit.jupiter.api.Test;

/** Members are reached by the code that the processor wrote where it was there, and else by handles: these tests run both ways. */
class AccessTest {
    private static final boolean PROCESSED = Boolean.getBoolean("azoth.test.processed");

    private static MemberAccess<?> access(Class<?> entity) {
        EntityModel model = EntityMapping.of(entity).model();
        return Accesses.of(
                entity,
                model.isRecord(),
                model.attributes().stream().map(AttributeModel::member).toList());
    }

    @Test
    void membersAreReachedDirectlyWhereTheProcessorWas() {
        assertThat(access(User.class).getClass().getSimpleName())
                .isEqualTo(PROCESSED ? "Shop_User__Access" : "FieldAccess");
        assertThat(access(Label.class).getClass().getSimpleName())
                .isEqualTo(PROCESSED ? "Shop_Label__Access" : "RecordAccess");
    }
}
