package shop;

import dev.azoth.orm.annotation.IndexProvider;
import dev.azoth.orm.annotation.MappedIndex;
import dev.azoth.orm.annotation.MappedType;
import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.schema.Column;
import dev.azoth.schema.CustomIndex;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.lang.annotation.*;

/** A whole number stored as a decimal with so many digits. */
@MappedIndex(Scaled.Indexes.class)
@MappedType(Scaled.Provider.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Scaled {
    int digits();

    class Indexes implements IndexProvider<Scaled> {
        @Override
        public CustomIndex index(Scaled annotation, Column<?> column) {
            return new CustomIndex() {
                @Override
                public boolean isFor(ServerInfo server) {
                    return false;
                }

                @Override
                public void render(SqlOutput out) {}
            };
        }
    }

    class Provider implements TypeProvider<Scaled> {
        @Override
        public SqlType<?> type(Scaled annotation, Class<?> memberType) {
            return Types.NUMERIC(18, annotation.digits())
                    .convert(Long.class, value -> value.unscaledValue().longValue(), java.math.BigDecimal::valueOf);
        }
    }
}
