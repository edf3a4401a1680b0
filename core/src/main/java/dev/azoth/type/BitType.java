package dev.azoth.type;

/**
 * So many bits, as a text of 0 and 1. Where a database has no such type they are kept as that text.
 *
 * @param length their number
 */
public record BitType(int length) implements SqlType<String> {
    private static final int MOST = 64;

    /** Checks the length: MySQL has 64 bits at most. */
    public BitType {
        if (length < 1 || length > MOST) {
            throw new IllegalArgumentException("BIT has from 1 to " + MOST + " bits, not " + length);
        }
    }

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it is no text of so many bits
     */
    public String checked(String bits) {
        if (bits.length() != length || !bits.chars().allMatch(each -> each == '0' || each == '1')) {
            throw new IllegalArgumentException(
                    "BIT(" + length + ") has " + length + " characters 0 or 1, not \"" + bits + "\"");
        }
        return bits;
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String name() {
        return "BIT(" + length + ")";
    }
}
