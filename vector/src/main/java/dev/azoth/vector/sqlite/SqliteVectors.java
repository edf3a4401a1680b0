package dev.azoth.vector.sqlite;

import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.TypeCodecs;
import dev.azoth.type.Types;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.VectorType;
import dev.azoth.vector.portable.BytesCodec;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column declared {@code F32_BLOB(384)}, as libSQL declares its vectors, which have the same bytes. To SQLite itself it is a BLOB: any type is
 * that has the word in it.
 */
public final class SqliteVectors implements VectorStorage {
    private static final Pattern DECLARATION = Pattern.compile("F32_BLOB\\((\\d+)\\)");

    /** For the service loader. */
    public SqliteVectors() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("sqlite");
    }

    @Override
    public TypeCodec<float[]> codec(VectorType type, ServerInfo server, TypeCodecs codecs) {
        return new BytesCodec("F32_BLOB(" + type.dimensions() + ")", codecs.codec(Types.BLOB));
    }

    @Override
    public OptionalInt dimensions(String declaration) {
        Matcher matcher = DECLARATION.matcher(declaration);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
