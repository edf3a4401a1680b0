package dev.azoth.orm.annotation;

import java.security.SecureRandom;

/** Makes the values of {@link Ulid}. */
final class Ulids implements ValueGenerator<Ulid> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    Ulids() {}

    @Override
    public void check(Ulid annotation, Class<?> memberType) {
        if (memberType != String.class) {
            throw new IllegalArgumentException("@Ulid is for a String, not " + memberType.getName());
        }
    }

    @Override
    public Object next(Ulid annotation, ValueRequest request) {
        long high = request.now().toEpochMilli() << 16 | RANDOM.nextInt(1 << 16);
        long low = RANDOM.nextLong();
        return text(high, low);
    }

    /** The last digit has the lowest five bits; the first has three. */
    private static String text(long high, long low) {
        char[] digits = new char[LENGTH];
        long above = high;
        long rest = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest & ((1 << BITS) - 1)));
            rest = rest >>> BITS | above << (Long.SIZE - BITS);
            above >>>= BITS;
        }
        return new String(digits);
    }
}
