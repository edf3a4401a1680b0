package dev.azoth.cli;

import dev.azoth.dialect.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The passwords in what was typed, for taking them out of what is said about it: drivers put the whole URL into some of their messages. */
final class Passwords {
    private static final Pattern IN_PARAMETERS = Pattern.compile("(?i)(?:password|pwd)=([^&;\\s]+)");
    private static final Pattern IN_LOGIN = Pattern.compile("://[^/@:\\s]*:(\\S+)@");
    private static final String MASK = "***";

    private final List<String> secrets;

    private Passwords(List<String> secrets) {
        this.secrets = secrets;
    }

    static Passwords of(String... arguments) {
        List<String> secrets = new ArrayList<>();
        for (String each : arguments) {
            for (Pattern pattern : List.of(IN_PARAMETERS, IN_LOGIN)) {
                Matcher matcher = pattern.matcher(each);
                while (matcher.find()) {
                    secrets.add(matcher.group(1));
                }
            }
            try {
                DatabaseUrl.parse(each.substring(each.startsWith("--url=") ? "--url=".length() : 0))
                        .password()
                        .ifPresent(secrets::add);
            } catch (IllegalArgumentException notAUrl) {
                // then it has no password but those found above
            }
        }
        secrets.removeIf(String::isEmpty);
        return new Passwords(secrets);
    }

    String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            // between other characters of a name or number it is something else: a password "a" must not change every
            // word
            masked = masked.replaceAll("(?<![\\p{L}\\p{N}_])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}_])", MASK);
        }
        return masked;
    }
}
