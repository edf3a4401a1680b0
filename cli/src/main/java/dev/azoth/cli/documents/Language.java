package dev.azoth.cli.documents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses the language of a text by its commonest words: good enough for a filter, and {@code und} (undetermined) when in doubt. */
final class Language {
    static final String UNKNOWN = "und";

    private static final Pattern NAME = Pattern.compile("\\.([a-z]{2})\\.[A-Za-z]+$");
    private static final Set<String> CODES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int ENOUGH = 4_000;

    private static final Map<String, List<String>> COMMON = Map.of(
            "en", List.of("the", "and", "of", "is", "to", "that", "with", "for", "are", "this", "it"),
            "de", List.of("der", "die", "und", "das", "ist", "nicht", "mit", "ein", "eine", "von", "zu"),
            "fr", List.of("le", "les", "des", "est", "une", "dans", "pour", "qui", "du", "pas", "et"),
            "es", List.of("el", "los", "las", "es", "una", "por", "para", "con", "del", "y", "que"),
            "it", List.of("il", "di", "che", "è", "una", "per", "sono", "della", "non", "gli", "con"),
            "nl", List.of("het", "een", "van", "niet", "zijn", "voor", "met", "en", "dat", "op", "aan"),
            "pt", List.of("o", "os", "uma", "não", "para", "com", "do", "da", "em", "é", "um"));

    private Language() {}

    static Optional<String> ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.find() && CODES.contains(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String ofText(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher words =
                WORD.matcher(text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ROOT));
        int all = 0;
        while (words.find()) {
            all++;
            COMMON.forEach((language, common) -> {
                if (common.contains(words.group())) {
                    counts.merge(language, 1, Integer::sum);
                }
            });
        }
        int least = Math.max(2, all / 20);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UNKNOWN);
    }
}
