package dev.azoth.vector.postgresql;

import dev.azoth.type.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the binary format of COPY, sent as they are written: a page of some ten thousand bytes at a time. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int PAGE = 1 << 16;
    /** The version of jsonb's binary format. */
    private static final byte JSONB = 1;

    private final CopyIn copy;
    private ByteBuffer page = ByteBuffer.allocate(PAGE);

    BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Sends all rows, whose values are texts, vectors and JSON. */
    long send(Iterator<@Nullable Object[]> rows) throws SQLException {
        page.put(SIGNATURE).put(new byte[FLAGS_AND_EXTENSION]);
        while (rows.hasNext()) {
            row(rows.next());
        }
        room(Short.BYTES).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    private void row(@Nullable Object[] values) throws SQLException {
        room(Short.BYTES).putShort((short) values.length);
        for (Object value : values) {
            if (value instanceof float[] vector) {
                int length = VectorFormat.length(vector);
                VectorFormat.write(vector, room(Integer.BYTES + length).putInt(length));
            } else if (value instanceof Json json) {
                byte[] text = json.text().getBytes(StandardCharsets.UTF_8);
                room(Integer.BYTES + 1 + text.length)
                        .putInt(1 + text.length)
                        .put(JSONB)
                        .put(text);
            } else {
                byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                room(Integer.BYTES + text.length).putInt(text.length).put(text);
            }
        }
    }

    /** The page, with room for so many bytes. */
    private ByteBuffer room(int bytes) throws SQLException {
        if (page.remaining() < bytes) {
            flush();
            if (page.capacity() < bytes) {
                page = ByteBuffer.allocate(bytes);
            }
        }
        return page;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(page.array(), 0, page.position());
        page.clear();
    }
}
