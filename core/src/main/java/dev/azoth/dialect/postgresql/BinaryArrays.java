package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.JdbcCodec;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgArray;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.jdbc.PreferQueryMode;

/** Arrays as bytes, which neither the driver writes as text nor the server parses. */
final class BinaryArrays {
    private static final int HEADER = 5 * Integer.BYTES;
    private static final int SMALL = 12;

    private BinaryArrays() {}

    /** Binds arrays of a form; in the driver's simple query mode, in which there are no bytes, the driver makes them. */
    static <T> JdbcCodec.ArrayBinder<T> of(BinaryForm<T> elements) {
        return (statement, index, values) -> {
            if (!statement.getConnection().isWrapperFor(PgConnection.class)) {
                return false; // a pool of the caller's may hide it
            }
            PgConnection connection = statement.getConnection().unwrap(PgConnection.class);
            if (connection.getPreferQueryMode() == PreferQueryMode.SIMPLE) {
                return false;
            }
            statement.setArray(index, new PgArray(connection, type(connection, elements), bytes(values, elements)));
            return true;
        };
    }

    private static int type(PgConnection connection, BinaryForm<?> elements) throws SQLException {
        return connection.getTypeInfo().getPGArrayType(BinaryForms.name(elements));
    }

    /** An array of one dimension. */
    static <E> byte[] bytes(List<? extends @Nullable E> values, BinaryForm<E> elements) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + SMALL * values.size());
        boolean empty = values.isEmpty();
        out.putInt(empty ? 0 : 1).putInt(0).putInt(elements.oid());
        if (!empty) {
            out.putInt(values.size()).putInt(1); // the index of the first
        }
        for (E value : values) {
            byte[] bytes = value == null ? null : elements.write().apply(value);
            int length = bytes == null ? 0 : bytes.length;
            if (out.remaining() < Integer.BYTES + length) {
                int larger = Math.max(out.capacity() * 2, out.position() + Integer.BYTES + length);
                out = ByteBuffer.allocate(larger).put(out.flip());
            }
            if (bytes == null) {
                out.putInt(-1).putInt(Integer.BYTES, 1); // there is a null
            } else {
                out.putInt(length).put(bytes);
            }
        }
        byte[] whole = new byte[out.position()];
        out.flip().get(whole);
        return whole;
    }
}
