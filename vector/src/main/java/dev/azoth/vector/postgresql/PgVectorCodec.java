package dev.azoth.vector.postgresql;

import dev.azoth.dialect.BinaryCodec;
import dev.azoth.vector.VectorType;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * pgvector's {@code vector}.
 *
 * <p>The driver sends and asks for bytes once it knows on that very connection that the type has a binary form. It looks the type up by the name with
 * its schema, and only when the type is there: what it does not find it never looks for again.
 *
 * @param type   the vectors
 * @param schema the schema that the extension is in
 */
record PgVectorCodec(VectorType type, String schema) implements BinaryCodec<float[]> {
    @Override
    public String declaration() {
        return PgvectorExtension.quoted(schema) + ".vector(" + type.dimensions() + ")";
    }

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, float[] value) throws SQLException {
        binary(statement);
        statement.setObject(index, new PgVector(driverName(), value));
    }

    @Override
    public float @Nullable [] read(ResultSet row, int index) throws SQLException {
        byte[] value = row.getBytes(index);
        if (value == null) {
            return null;
        }
        if (VectorText.isText(value)) {
            binary(row.getStatement());
            return VectorText.read(value);
        }
        return VectorFormat.read(ByteBuffer.wrap(value));
    }

    private void binary(java.sql.Statement statement) throws SQLException {
        PgDriver.connection(statement.getConnection()).addDataType(driverName(), PgVector.class);
    }

    /** The driver takes what is between the outer quotes as it is: a quote in the name is not doubled. */
    private String driverName() {
        return "\"" + schema + "\".\"vector\"";
    }

    @Override
    public String literal(float[] value) {
        return "'" + VectorText.write(value) + "'::" + declaration();
    }

    @Override
    public String binaryType() {
        return "vector";
    }

    @Override
    public byte[] binary(float[] value) {
        ByteBuffer bytes = ByteBuffer.allocate(VectorFormat.length(value));
        VectorFormat.write(value, bytes);
        return bytes.array();
    }
}
