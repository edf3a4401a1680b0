package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.schema.Sequence;
import dev.azoth.schema.Table;
import java.util.Optional;

/**
 * How a sequence numbers rows: each of its values stands for a block of numbers, of which it is the last. So others that take blocks from the same sequence
 * meet no number twice.
 *
 * @param sequence the sequence
 * @param first    the first number of all: a block that begins before it is shorter
 * @param block    how many numbers a value stands for
 */
public record SequenceNumbers(Sequence sequence, long first, int block) {
    /** Those of a column of a table, whose name the sequence has if none is said. */
    static SequenceNumbers of(Generation.Numbered model, Table table) {
        Sequence sequence = new Sequence(
                model.schema().isEmpty() ? table.schema() : Optional.of(model.schema()),
                model.name().isEmpty() ? table.name() + "_seq" : model.name(),
                (long) model.first() + model.block() - 1,
                model.block());
        return new SequenceNumbers(sequence, model.first(), model.block());
    }

    /** A number as a column has it. */
    Object number(long value, ColumnAttribute column) {
        Class<?> type = column.column().type().javaType();
        if (type == Long.class) {
            return value;
        }
        boolean isShort = type == Short.class;
        if (value > (isShort ? Short.MAX_VALUE : Integer.MAX_VALUE)) {
            throw new InvalidRequestException(
                    "the sequence " + sequence + " is at " + value + ", which is too large for " + column + ", of "
                            + (isShort ? "short" : "int") + ": make it a long");
        }
        return isShort ? (Object) (short) value : (Object) (int) value;
    }
}
