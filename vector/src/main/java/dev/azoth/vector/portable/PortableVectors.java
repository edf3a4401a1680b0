package dev.azoth.vector.portable;

import dev.azoth.type.BinaryType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The storage for servers that no other knows: bytes, in a column whose length tells the dimensions. */
public class PortableVectors implements VectorStorage {
    /** Above this number of bytes, a row with the column could become longer than some databases allow. */
    private static final int LONGEST_INLINE = 16_000;

    private static final Pattern LENGTH = Pattern.compile("(?:VAR|VARYING).*\\((\\d+)\\)");

    /** For the service loader. */
    public PortableVectors() {}

    @Override
    public boolean serves(ServerInfo server) {
        return true;
    }

    @Override
    public boolean isForOthers() {
        return true;
    }

    @Override
    public TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs) {
        int length = Math.multiplyExact(type.dimensions(), Float.BYTES);
        TypeCodec<byte[]> bytes = codecs.codec(new BinaryType(length > LONGEST_INLINE ? 0 : length));
        return new BytesCodec(bytes.declaration(), bytes);
    }

    @Override
    public OptionalInt dimensions(String declaration) {
        Matcher matcher = LENGTH.matcher(declaration);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1)) / Float.BYTES) : OptionalInt.empty();
    }
}
