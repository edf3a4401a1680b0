package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.orm.mapping.SequenceNumbers;
import dev.azoth.schema.Sequence;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that were taken from sequences and not given away yet, for all sessions of a factory. What a session takes and does not use is no other's: a
 * rollback leaves gaps, as it does in every sequence.
 */
public final class SequenceBlocks {
    private final Map<Source, Numbers> numbers = new ConcurrentHashMap<>();

    /** A sequence, of a database. */
    private record Source(Engine engine, Sequence sequence) {}

    /** Numbers that follow each other. */
    private record Block(long next, long last) {}

    /** None at first. */
    public SequenceBlocks() {}

    /** So many numbers, in ascending order as far as they are of one statement; all that are missing come in one round trip. */
    long[] take(SequenceNumbers from, int count, Connection connection) {
        Numbers left = numbers.computeIfAbsent(new Source(connection.engine(), from.sequence()), each -> new Numbers());
        long[] taken = new long[count];
        int have = left.take(taken, 0);
        while (have < count) {
            // outside of any lock: others go on meanwhile, with blocks of their own
            int blocks = (count - have + from.block() - 1) / from.block();
            left.add(draw(from, blocks, connection), from);
            have = left.take(taken, have);
        }
        return taken;
    }

    private static List<Long> draw(SequenceNumbers from, int blocks, Connection connection) {
        Select<Long> next = Sql.select(from.sequence().next());
        return connection
                .execute(blocks == 1 ? next : next.from(Sql.generateSeries(Sql.value(1), Sql.value(blocks))))
                .all();
    }

    /** The numbers of one sequence. */
    private static final class Numbers {
        private final Deque<Block> blocks = new ArrayDeque<>();
        private long last = Long.MIN_VALUE;

        synchronized int take(long[] into, int from) {
            int next = from;
            while (next < into.length && !blocks.isEmpty()) {
                Block block = blocks.removeFirst();
                into[next] = block.next();
                next++;
                if (block.next() < block.last()) {
                    blocks.addFirst(new Block(block.next() + 1, block.last()));
                }
            }
            return next;
        }

        synchronized void add(List<Long> drawn, SequenceNumbers from) {
            for (long end : drawn) {
                if (last != Long.MIN_VALUE && Math.abs(end - last) < from.block()) {
                    throw new InvalidRequestException("the sequence " + from.sequence() + " gave " + last + " and then "
                            + end + ", but each of its values stands for " + from.block()
                            + " keys: write the sequence's increment as allocationSize of @SequenceGenerator, or give the sequence an increment of "
                            + from.block());
                }
                last = end;
                blocks.addLast(new Block(Math.max(from.first(), end - from.block() + 1), end));
            }
        }
    }
}
