package dev.azoth.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.NoResultException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyLoader;
import dev.azoth.orm.mapping.LazyReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final EntityPathTest.Author author = new EntityPathTest.Author();
    private final ColumnAttribute biography =
            (ColumnAttribute) EntityMapping.of(EntityPathTest.Author.class).attribute("biography");

    private Lazy<String> lazy(LazyLoader loader) {
        return new LazyReference<>(author, biography, new Object[0], loader);
    }

    @Test
    void givenValuesAreLoaded() {
        assertThat(Lazy.of("x").isLoaded()).isTrue();
        assertThat(Lazy.of("x").get()).isEqualTo("x");
        assertThat(Lazy.of("x")).hasToString("Lazy[x]");
        assertThat(Lazy.empty().isLoaded()).isTrue();
        assertThat(Lazy.empty().get()).isNull();
        assertThat(Lazy.ofNullable(null)).isSameAs(Lazy.empty());
        assertThat(Lazy.ofNullable("x").get()).isEqualTo("x");
    }

    @Test
    void aValueThatIsAlwaysThereIsAskedForAsSuch() {
        assertThat(Lazy.of("x").orElseThrow()).isEqualTo("x");
        assertThat(lazy(reference -> "loaded").orElseThrow()).isEqualTo("loaded");
        assertThatThrownBy(Lazy.empty()::orElseThrow)
                .isInstanceOf(NoResultException.class)
                .hasMessage("a Lazy has no value and was asked for one: where it may be empty, ask get()");
        assertThatThrownBy(lazy(reference -> null)::orElseThrow)
                .isInstanceOf(NoResultException.class)
                .hasMessageStartingWith("Author.biography of an object has no value");
    }

    @Test
    void referenceLoadsOnce() {
        AtomicInteger loads = new AtomicInteger();
        Lazy<String> lazy = lazy(reference -> "text " + loads.incrementAndGet());

        assertThat(lazy.isLoaded()).isFalse();
        assertThat(lazy).hasToString("Lazy[not loaded]");
        assertThat(lazy.get()).isEqualTo("text 1");
        assertThat(lazy.get()).isEqualTo("text 1");
        assertThat(lazy.isLoaded()).isTrue();
    }

    @Test
    void referenceThatCannotLoadStaysUnloaded() {
        Lazy<String> lazy = lazy(reference -> {
            throw new DetachedException(reference.attribute() + " was not loaded");
        });

        assertThatThrownBy(lazy::get)
                .isInstanceOf(DetachedException.class)
                .hasMessage("Author.biography was not loaded");
        assertThat(lazy.isLoaded()).isFalse();
    }

    @Test
    void referenceTakesWhatAnEagerStrategyFound() {
        LazyReference<String> lazy = new LazyReference<>(author, biography, new Object[0], reference -> {
            throw new AssertionError("loaded");
        });
        lazy.resolve("found");
        assertThat(lazy.get()).isEqualTo("found");
    }
}
