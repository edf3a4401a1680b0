package dev.azoth.vector.document;

import dev.azoth.compile.SearchWords;
import dev.azoth.sql.FulltextMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks for words in texts, where the database has no index of words; sorted by BM25, by Robertson and others (1994), with k1 = 1.2 and b = 0.75.
 *
 * <p>A word is found as it is written, but for its case: no language's endings are known.
 */
final class WordScan {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    private final SearchWords words;
    private final List<String> terms;
    private final int[] documentsWith;
    private final List<Match> matches = new ArrayList<>();
    private long documents;
    private long length;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Match(long number, int[] counts, int length) {}

    WordScan(String query) {
        this.words = SearchWords.of(query, FulltextMode.WEB);
        this.terms = words.wanted().stream()
                .flatMap(List::stream)
                .map(WordScan::plain)
                .distinct()
                .toList();
        this.documentsWith = new int[terms.size()];
    }

    /** One text after the other, in which words stand between single spaces. */
    private static String plain(String text) {
        return " "
                + BETWEEN_WORDS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    void look(long number, String text) {
        String plain = plain(text);
        int size = (int) plain.chars().filter(each -> each == ' ').count() - 1;
        documents++;
        length += size;
        int[] counts = new int[terms.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(plain, terms.get(i));
            documentsWith[i] += counts[i] > 0 ? 1 : 0;
        }
        if (isMatch(plain)) {
            matches.add(new Match(number, counts, size));
        }
    }

    private boolean isMatch(String plain) {
        return !words.wanted().isEmpty()
                && words.wanted().stream()
                        .allMatch(group -> group.stream().anyMatch(each -> plain.contains(plain(each))))
                && words.unwanted().stream().noneMatch(each -> plain.contains(plain(each)));
    }

    private static int count(String plain, String term) {
        int count = 0;
        for (int at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length() - 1)) {
            count++;
        }
        return count;
    }

    /** The best, with their ranks. */
    Map<Long, Double> best(int most) {
        Map<Long, Double> best = new LinkedHashMap<>();
        record Ranked(long number, double rank) {}
        matches.stream()
                .map(each -> new Ranked(each.number, rank(each)))
                .sorted(Comparator.comparingDouble(Ranked::rank).reversed().thenComparingLong(Ranked::number))
                .limit(most)
                .forEach(each -> best.put(each.number, each.rank));
        return best;
    }

    private double rank(Match match) {
        double rank = 0;
        double usual = Math.max(1, (double) length / documents);
        for (int i = 0; i < match.counts.length; i++) {
            double rare = Math.log(1 + (documents - documentsWith[i] + 0.5) / (documentsWith[i] + 0.5));
            rank += rare * match.counts[i] * (K1 + 1) / (match.counts[i] + K1 * (1 - B + B * match.length / usual));
        }
        return rank;
    }
}
