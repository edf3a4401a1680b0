package dev.azoth.vector.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 1000, 2000})
    void keepsTheFirstOfTheSortedList(int most) {
        Random random = new Random(most);
        Nearest nearest = new Nearest(most);
        List<Nearest.Found> all = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            double distance = random.nextInt(300);
            all.add(new Nearest.Found(distance, number));
            nearest.offer(distance, number);
        }
        all.sort(Comparator.comparingDouble(Nearest.Found::distance).thenComparing(Nearest.Found::number));
        List<Nearest.Found> kept = new ArrayList<>();
        while (nearest.size() > 0) {
            kept.add(0, nearest.poll());
        }
        assertThat(kept).isEqualTo(all.subList(0, Math.min(most, 1000)));
    }
}
