package dev.azoth.vector.postgresql;

import dev.azoth.dialect.BinaryCodec;
import dev.azoth.vector.BitVector;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * The server's own {@code bit(n)}. The driver has ideas of its own about it, which must not be taken from whoever uses the connection beside us: so it is told nothing of the binary
 * form, in which COPY has them.
 */
record PgBitCodec(int length) implements BinaryCodec<BitVector> {
    @Override
    public String declaration() {
        return "bit(" + length + ")";
    }

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, BitVector value) throws SQLException {
        PGobject bits = new PGobject();
        bits.setType("bit");
        bits.setValue(value.toString());
        statement.setObject(index, bits);
    }

    @Override
    public @Nullable BitVector read(ResultSet row, int index) throws SQLException {
        byte[] value = row.getBytes(index);
        if (value == null) {
            return null;
        }
        return BitForm.FORM.isText(value) ? BitForm.FORM.parse(value) : BitForm.FORM.read(ByteBuffer.wrap(value));
    }

    @Override
    public String literal(BitVector value) {
        return "B'" + value + "'";
    }

    @Override
    public String binaryType() {
        return "bit";
    }

    @Override
    public byte[] binary(BitVector value) {
        ByteBuffer bytes = ByteBuffer.allocate(BitForm.FORM.length(value));
        BitForm.FORM.write(value, bytes);
        return bytes.array();
    }
}
