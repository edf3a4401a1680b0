package dev.azoth.compile;

import dev.azoth.sql.FulltextMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a full text search is for, as words and phrases of which all must be there, or one of those joined by OR, or none of those with a minus.
 *
 * @param wanted   of each inner list one must be there
 * @param unwanted what must not be there
 */
public record SearchWords(List<List<String>> wanted, List<String> unwanted) {
    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    /** Takes a query apart; its signs are left out. */
    public static SearchWords of(String query, FulltextMode mode) {
        return switch (mode) {
            case WEB -> web(query);
            case PHRASE -> new SearchWords(groups(List.of(plain(query))), List.of());
            case NATURAL, BOOLEAN -> new SearchWords(groups(List.of(plain(query).split(" "))), List.of());
        };
    }

    private static List<List<String>> groups(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).map(List::of).toList();
    }

    /** Letters and digits alone: signs mean something of their own to databases, and nothing to who searches. */
    private static String plain(String text) {
        return SIGNS.matcher(text).replaceAll(" ").strip();
    }

    private static SearchWords web(String query) {
        List<List<String>> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        boolean or = false;
        Matcher part = PART.matcher(query);
        while (part.find()) {
            boolean quoted = part.group(2) != null;
            String words = plain(quoted ? part.group(2) : part.group(3));
            if (!quoted
                    && words.toLowerCase(Locale.ROOT).equals("or")
                    && part.group(1).isEmpty()) {
                or = !wanted.isEmpty();
            } else if (!words.isEmpty() && !part.group(1).isEmpty()) {
                unwanted.add(words);
            } else if (!words.isEmpty()) {
                if (or) {
                    wanted.get(wanted.size() - 1).add(words);
                } else {
                    wanted.add(new ArrayList<>(List.of(words)));
                }
                or = false;
            }
        }
        return new SearchWords(wanted, unwanted);
    }
}
