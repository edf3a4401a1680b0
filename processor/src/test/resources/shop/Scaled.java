package shop;

import dev.azoth.orm.annotation.MappedType;
import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.lang.annotation.*;

/** A whole number stored as a decimal with so many digits. */
@MappedType(Scaled.Provider.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Scaled {
    int digits();

    class Provider implements TypeProvider<Scaled> {
        @Override
        public SqlType<?> type(Scaled annotation, Class<?> memberType) {
            return Types.NUMERIC(18, annotation.digits())
                    .convert(Long.class, value -> value.unscaledValue().longValue(), java.math.BigDecimal::valueOf);
        }
    }
}
