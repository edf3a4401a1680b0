package dev.azoth.orm.evaluate;

import java.util.Locale;
import java.util.regex.Pattern;

/** The patterns of LIKE. */
final class LikePattern {
    private LikePattern() {}

    /**
     * Whether a text is as a pattern says, letter by letter.
     *
     * @param escape what takes its meaning from a following sign; empty for the database's own
     */
    static boolean matches(String text, String pattern, String escape, boolean ignoreCase) {
        if (ignoreCase) {
            return matches(text.toLowerCase(Locale.ROOT), pattern.toLowerCase(Locale.ROOT), escape, false);
        }
        if (escape.isEmpty() && pattern.indexOf('\\') >= 0) {
            throw new UncertainException("it has a LIKE with a backslash, which databases read in different ways");
        }
        StringBuilder wanted = new StringBuilder();
        boolean escaped = false;
        for (int sign : pattern.codePoints().toArray()) {
            if (!escaped && !escape.isEmpty() && sign == escape.codePointAt(0)) {
                escaped = true;
            } else {
                wanted.append(
                        escaped || (sign != '%' && sign != '_')
                                ? Pattern.quote(Character.toString(sign))
                                : sign == '%' ? ".*" : ".");
                escaped = false;
            }
        }
        return Pattern.compile(wanted.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}
