package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.SessionFactory;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Answers the complaint that two lists cannot be joined: they may be asked for, and that the second comes by a statement of its own is said in the log. Logs are set up once for a program, so this
 * is one of its own.
 */
class JoinedLogTest {
    @Entity(name = "logged_shelf")
    static class Shelf {
        @Id
        int id = 1;

        @OneToMany(mappedBy = "upper", cascade = CascadeType.PERSIST)
        List<Book> upper = new ArrayList<>(List.of(new Book(1), new Book(2)));

        @OneToMany(mappedBy = "lower", cascade = CascadeType.PERSIST)
        List<Book> lower = new ArrayList<>(List.of(new Book(3)));
    }

    @Entity(name = "logged_book")
    static class Book {
        @Id
        int id;

        @ManyToOne
        Lazy<Shelf> upper = Lazy.empty();

        @ManyToOne
        Lazy<Shelf> lower = Lazy.empty();

        Book() {}

        Book(int id) {
            this.id = id;
        }
    }

    /** Joins one list, and then two. */
    static final class Joins {
        private Joins() {}

        public static void main(String[] arguments) {
            EntityPath<Shelf> shelf = Entities.path(Shelf.class);
            try (Engine engine = Engine.create("sqlite://")) {
                Entities.metadata(Shelf.class).createAll(engine);
                SessionFactory sessions = SessionFactory.create(engine, Shelf.class);
                sessions.begin(session -> session.add(new Shelf()));
                var upper = joinedload(shelf.toMany("upper", Book.class));
                var lower = joinedload(shelf.toMany("lower", Book.class));
                System.err.println("one");
                sessions.begin(
                        session -> session.execute(select(shelf).options(upper)).one());
                System.err.println("two");
                sessions.begin(session -> {
                    Shelf found =
                            session.execute(select(shelf).options(upper, lower)).one();
                    System.err.println(found.upper.size() + " and " + found.lower.size());
                });
            }
        }
    }

    @Test
    void thatASecondListIsNotJoinedIsLogged() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.log.dev.azoth.orm=debug",
                        "-Dorg.slf4j.simpleLogger.log.com.zaxxer.hikari=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Joins.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.lines().filter(line -> !line.contains("mapping")).toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("one"),
                        line -> assertThat(line).isEqualTo("two"),
                        line -> assertThat(line)
                                .contains("DEBUG")
                                .endsWith(
                                        "Shelf.lower is loaded by a statement of its own: joined, it would multiply other rows"),
                        line -> assertThat(line).isEqualTo("2 and 1"));
    }
}
