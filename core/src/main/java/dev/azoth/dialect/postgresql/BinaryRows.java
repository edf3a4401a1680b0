package dev.azoth.dialect.postgresql;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the binary format of COPY, sent as they are written: a page of some ten thousand bytes at a time. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int PAGE = 1 << 16;

    private final CopyIn copy;
    private final List<BinaryForm<?>> forms;
    private ByteBuffer page = ByteBuffer.allocate(PAGE);

    BinaryRows(CopyIn copy, List<BinaryForm<?>> forms) {
        this.copy = copy;
        this.forms = forms;
    }

    long send(Iterator<@Nullable Object[]> rows) throws SQLException {
        page.put(SIGNATURE).put(new byte[FLAGS_AND_EXTENSION]);
        while (rows.hasNext()) {
            @Nullable Object[] row = rows.next();
            room(Short.BYTES).putShort((short) row.length);
            for (int i = 0; i < row.length; i++) {
                value(forms.get(i), row[i]);
            }
        }
        room(Short.BYTES).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    @SuppressWarnings("unchecked") // the value's class was compared with its column's, whose form this is
    private <T> void value(BinaryForm<T> form, @Nullable Object value) throws SQLException {
        if (value == null) {
            room(Integer.BYTES).putInt(-1);
            return;
        }
        byte[] bytes = form.write().apply((T) value);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
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
