package dev.azoth.vector.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** A vector on its way to the server, in the driver's form: as bytes, or as text on connections that take no bytes. */
class PgValue extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Object vector;

    /** For the driver, which makes one for each value that is read as an object, and tells it the type. */
    PgValue() {}

    /**
     * A vector.
     *
     * @param type the type's name with its schema, as the driver looks it up
     */
    PgValue(String type, Object vector) {
        setType(type);
        this.vector = vector;
    }

    @SuppressWarnings("unchecked") // it is given vectors of its own type only
    private PgForm<Object> form() {
        return (PgForm<Object>) PgForm.of(getType());
    }

    @Override
    public int lengthInBytes() {
        return vector == null ? 0 : form().length(vector);
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        form().write(Objects.requireNonNull(vector), ByteBuffer.wrap(bytes, offset, bytes.length - offset));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        vector = form().read(ByteBuffer.wrap(value, offset, value.length - offset));
    }

    @Override
    public @Nullable String getValue() {
        return vector == null ? null : form().text(vector);
    }

    @Override
    public void setValue(@Nullable String value) {
        vector = value == null ? null : form().parse(value.getBytes(StandardCharsets.US_ASCII));
    }
}
