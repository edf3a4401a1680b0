package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import dev.azoth.schema.MetaData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A domain of 200 entities that lead to each other: what mapping costs grows with their number, and not faster. */
class LargeDomainTest {
    private static final String ENTITY = """
            package large;
            import dev.azoth.orm.Lazy;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity
            public class E%1$d extends Base {
                String name;
                @Column(length = 30) String code;
                java.math.BigDecimal price;
                java.time.Instant made;
                @Embedded Place place;
                @ManyToOne Lazy<E%2$d> next = Lazy.empty();
                @ManyToOne E%3$d other;
                @OneToMany(mappedBy = "next", cascade = CascadeType.ALL) List<E%4$d> before = new ArrayList<>();
                @ManyToMany Set<E%3$d> many = new HashSet<>();
            }
            """;

    private static final String BASE = """
            package large;
            import jakarta.persistence.*;
            @MappedSuperclass
            public abstract class Base {
                @Id @GeneratedValue Long id;
                @Version int version;
            }
            """;

    private static final String PLACE = """
            package large;
            import jakarta.persistence.*;
            @Embeddable
            public class Place { String street; String city; int number; }
            """;

    @TempDir
    Path folder;

    private ClassLoader domain(int size) {
        List<Path> sources = new ArrayList<>();
        sources.add(Compilation.source(folder, "large.Base", BASE));
        sources.add(Compilation.source(folder, "large.Place", PLACE));
        for (int i = 0; i < size; i++) {
            String text = ENTITY.formatted(i, (i + 1) % size, (i + 7) % size, (i + size - 1) % size);
            sources.add(Compilation.source(folder, "large.E" + i, text));
        }
        Compilation compilation = Compilation.of(folder.resolve("out" + size), sources, List.of());
        assertThat(compilation.messages()).isEmpty();
        return compilation.loader();
    }

    private static Class<?> entity(ClassLoader loader, int number) {
        try {
            return Class.forName("large.E" + number, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoHundredEntitiesAreMapped() {
        ClassLoader loader = domain(200);
        long begun = System.nanoTime();
        MetaData metadata = Entities.metadata(entity(loader, 0));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("200 entities, 400 tables, mapped in " + millis + " ms");
        assertThat(metadata.tables()).hasSize(400);
    }

    @Test
    void theRulesLookAtAsMuchForEachEntityOfALargeDomainAsOfASmallOne() {
        long small = asked(40) / 40;
        long large = asked(160) / 160;
        assertThat(large).isBetween(small - 5, small + 5);
    }

    /** How many questions the rules ask of the views of classes. */
    private long asked(int size) {
        ClassLoader loader = domain(size);
        AtomicLong questions = new AtomicLong();
        for (int i = 0; i < size; i++) {
            ClassView view = counted(ReflectedClasses.of(entity(loader, i)), questions);
            assertThat(MappingRules.apply(view).problems()).isEmpty();
        }
        return questions.get();
    }

    /** The same view, whose answers are counted, and the answers of the views that it gives. */
    @SuppressWarnings("unchecked") // it stands for a view of the same kind
    private static <T> T counted(T view, AtomicLong questions) {
        return (T) Proxy.newProxyInstance(
                ClassView.class.getClassLoader(), view.getClass().getInterfaces(), (proxy, method, arguments) -> {
                    questions.incrementAndGet();
                    try {
                        if (method.isDefault()) {
                            return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
                        }
                        method.setAccessible(true);
                        return wrapped(method.invoke(view, arguments), questions);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static @Nullable Object wrapped(@Nullable Object answer, AtomicLong questions) {
        if (answer instanceof List<?> several) {
            List<@Nullable Object> all = new ArrayList<>();
            several.forEach(each -> all.add(wrapped(each, questions)));
            return all;
        } else if (answer instanceof Optional<?> one) {
            return one.map(each -> wrapped(each, questions));
        }
        boolean isView = answer != null
                && answer.getClass().getInterfaces().length == 1
                && answer.getClass().getInterfaces()[0].getPackage() == ClassView.class.getPackage();
        return isView ? counted(answer, questions) : answer;
    }
}
