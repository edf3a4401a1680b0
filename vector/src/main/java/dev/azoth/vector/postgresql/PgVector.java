package dev.azoth.vector.postgresql;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** A vector on its way to the server, in the driver's form: as bytes, or as text on connections that take no bytes. */
final class PgVector extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;

    private float[] vector;

    /** For the driver, which makes one for each value that is read as an object. */
    PgVector() {
        vector = new float[0];
    }

    /**
     * A vector.
     *
     * @param type the type's name with its schema, as the driver looks it up
     */
    PgVector(String type, float[] vector) {
        setType(type);
        this.vector = vector;
    }

    @Override
    public int lengthInBytes() {
        return VectorFormat.length(vector);
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        VectorFormat.write(vector, ByteBuffer.wrap(bytes, offset, bytes.length - offset));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        vector = VectorFormat.read(ByteBuffer.wrap(value, offset, value.length - offset));
    }

    @Override
    public String getValue() {
        return VectorText.write(vector);
    }

    @Override
    public void setValue(@Nullable String value) {
        vector = value == null ? new float[0] : VectorText.read(value);
    }
}
