package dev.azoth.vector.document;

import dev.azoth.vector.UnicodeText;

/** Which names a tenant may have. */
final class TenantName {
    /** With an id it makes a key, for which MySQL takes 3072 bytes. */
    static final int LONGEST = 200;

    private TenantName() {}

    static String checked(String name) {
        UnicodeText.check(name, "the name of a tenant");
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(
                    "the name of a tenant has from 1 to " + LONGEST + " characters, and this one has " + length);
        }
        return name;
    }
}
