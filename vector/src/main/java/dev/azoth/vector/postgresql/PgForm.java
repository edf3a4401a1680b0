package dev.azoth.vector.postgresql;

import java.nio.ByteBuffer;

/** How one of pgvector's types goes over the wire, in bytes and in text; big endian. */
interface PgForm<T> {
    /** The type's name, without its schema. */
    String type();

    /** How many bytes a value takes. */
    int length(T value);

    /** Writes a value. */
    void write(T value, ByteBuffer out);

    /** Reads a value that the rest of the bytes is. */
    T read(ByteBuffer in);

    /** Whether what came is text; in binary form nothing that can be stored begins like it. */
    boolean isText(byte[] value);

    /** The value of a text. */
    T parse(byte[] text);

    /** A value as text. */
    String text(T value);

    /** The form of a type, by the name that the driver has for it. */
    static PgForm<?> of(String driverName) {
        String name = driverName.replace("\"", "");
        if (name.endsWith("halfvec")) {
            return HalfvecForm.FORM;
        }
        return name.endsWith("sparsevec") ? SparsevecForm.FORM : VectorForm.FORM;
    }
}
