package dev.azoth.vector.portable;

import dev.azoth.type.CustomType;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.StringType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;

/**
 * Text that is compared by a certain collation.
 *
 * @param length    the most characters
 * @param collation its name, which is written as it is
 */
public record CollatedText(int length, String collation) implements CustomType<String> {
    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String name() {
        return "VARCHAR(" + length + ")";
    }

    @Override
    public TypeCodec<String> codec(ServerInfo server, TypeCodecs codecs) {
        return new CollatedCodec(codecs.codec(new StringType(StringType.Form.VARCHAR, length)), length, collation);
    }
}
