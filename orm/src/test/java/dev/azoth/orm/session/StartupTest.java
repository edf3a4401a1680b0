package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.SessionFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers the complaint that the first query of a program takes half a second, since the library loads thousands of classes for it: how many classes of ours a first session needs is
 * bounded, and none is made at run time but by the JDK. Milliseconds are those of the machine, and classes are what costs them.
 */
class StartupTest {
    private static final int MOST = 650;

    @Entity
    @Table(name = "visitor")
    static class Visitor {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String name = "first";
    }

    /** Adds an object, and reads it, in a program of its own. */
    static final class First {
        private First() {}

        public static void main(String[] arguments) {
            EntityPath<Visitor> visitor = Entities.path(Visitor.class);
            try (Engine engine = Engine.create("sqlite://")) {
                Entities.metadata(Visitor.class).createAll(engine);
                SessionFactory sessions = SessionFactory.create(engine, Visitor.class);
                sessions.begin(session -> session.add(new Visitor()));
                sessions.begin(session ->
                        System.out.println(session.execute(select(visitor)).one().name));
            }
        }
    }

    @Test
    void theFirstSessionNeedsFewClasses(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.log");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        First.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("first");
        List<String> ours = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" dev.azoth."))
                .filter(line -> !line.contains("$$Lambda") && !line.contains("LambdaForm"))
                .toList();
        System.out.println("the first session loads " + ours.size() + " classes of ours");
        assertThat(ours).hasSizeBetween(100, MOST);
        assertThat(ours).allMatch(line -> line.contains("source: file:") || line.contains("source: jrt:"));
    }
}
