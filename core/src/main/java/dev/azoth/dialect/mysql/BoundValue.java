package dev.azoth.dialect.mysql;

import dev.azoth.type.TypeCodec;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Stands in for a prepared statement, and keeps what a codec binds: so a value is loaded as it would be inserted. */
final class BoundValue implements InvocationHandler {
    private final PreparedStatement statement = (PreparedStatement)
            Proxy.newProxyInstance(BoundValue.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);

    private @Nullable Object value;

    /** What a codec makes of a value that is not null. */
    <T> @Nullable Object of(TypeCodec<T> codec, T given) throws SQLException {
        codec.bind(statement, 1, given);
        return value;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) {
        if (!method.getName().startsWith("set") || arguments.length < 2) {
            throw new UnsupportedOperationException(method.getName());
        }
        value = method.getName().equals("setNull") ? null : arguments[1];
        return null;
    }
}
