package dev.azoth.vector.postgresql;

import dev.azoth.dialect.BinaryCodec;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * One of pgvector's types.
 *
 * <p>The driver sends and asks for bytes once it knows on that very connection that the type has a binary form. It looks the type up by the name with
 * its schema, and only when the type is there: what it does not find it never looks for again.
 *
 * @param form       how values go over the wire
 * @param dimensions how many elements they have
 * @param schema     the schema that the extension is in
 */
record PgCodec<T>(PgForm<T> form, int dimensions, String schema) implements BinaryCodec<T> {
    @Override
    public String declaration() {
        return PgvectorExtension.quoted(schema) + "." + form.type() + "(" + dimensions + ")";
    }

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        binary(statement);
        statement.setObject(index, new PgValue(driverName(), value));
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        byte[] value = row.getBytes(index);
        if (value == null) {
            return null;
        }
        if (form.isText(value)) {
            binary(row.getStatement());
            return form.parse(value);
        }
        return form.read(ByteBuffer.wrap(value));
    }

    private void binary(java.sql.Statement statement) throws SQLException {
        PgDriver.connection(statement.getConnection()).addDataType(driverName(), PgValue.class);
    }

    /** The driver takes what is between the outer quotes as it is: a quote in the name is not doubled. */
    private String driverName() {
        return "\"" + schema + "\".\"" + form.type() + "\"";
    }

    @Override
    public String literal(T value) {
        return "'" + form.text(value) + "'::" + declaration();
    }

    @Override
    public String binaryType() {
        return form.type();
    }

    @Override
    public byte[] binary(T value) {
        ByteBuffer bytes = ByteBuffer.allocate(form.length(value));
        form.write(value, bytes);
        return bytes.array();
    }
}
