package dev.azoth.orm.annotation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7: they begin with the time, so that new rows come to stand beside each other in an index. */
final class TimeOrderedUuid {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedUuid() {}

    static UUID at(Instant time) {
        long random = RANDOM.nextLong();
        long high = time.toEpochMilli() << 16 | VERSION | (random & 0x0fff);
        return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
