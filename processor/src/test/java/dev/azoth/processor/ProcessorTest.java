package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
    private static final String TEAM = """
            package app;
            import jakarta.persistence.*;
            @Entity
            public class Team {
                @Id int id;
                %s
            }
            """;

    @TempDir
    Path folder;

    private Compilation compile(String member, String... options) {
        return Compilation.of(
                folder.resolve("out"),
                List.of(Compilation.source(folder, "app.Team", TEAM.formatted(member))),
                new AzothProcessor(),
                options);
    }

    @Test
    void suffixNamesThePath() {
        assertThat(compile("", "-Aazoth.suffix=Path").generated().keySet())
                .containsExactly("TeamPath.java", "Team__Access.java");
    }

    @Test
    void suffixThatIsNoNameIsRefused() {
        assertThat(compile("", "-Aazoth.suffix=a-b").messages())
                .containsExactly("error: -Aazoth.suffix=a-b: it must be what a name can end with, such as _ or Path");
    }

    @Test
    void warningsCanBeKeptQuiet() {
        String lazy = "@ManyToOne(fetch = FetchType.LAZY) Team parent;";

        assertThat(compile(lazy).messages())
                .singleElement()
                .asString()
                .contains("warning: app.Team.parent: fetch = LAZY on a plain field");
        assertThat(compile("@SuppressWarnings(\"azoth\") " + lazy).messages()).isEmpty();
    }

    /** What a program says of it from outside is not known to the compiler. */
    @Test
    void classOfALibraryMayBeMappedFromOutside() {
        Compilation compilation = compile("""
                @ManyToOne @JoinColumn(name = "depot") dev.azoth.orm.Lazy<dev.azoth.processor.library.Warehouse> warehouse;
                @Embedded dev.azoth.processor.library.Warehouse.Size size;
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.generated().get("Team_.java"))
                .contains(
                        "ToOne<Team, Warehouse> warehouse = toOne(\"warehouse\", Warehouse.class)",
                        "ColumnReference<Integer> width = attribute(\"size.width\")");
        assertThat(compile("@ManyToOne String name;").messages())
                .containsExactly(
                        "Team.java:6: error: app.Team.name: a relationship leads to an entity, and java.lang.String is not annotated with @Entity");
    }

    @Test
    void missingTypeIsTheCompilersToReport() {
        assertThat(compile("@ManyToOne Absent absent;").messages())
                .containsExactly(
                        "Team.java:6: error: cannot find symbol\n  symbol:   class Absent\n  location: class app.Team");
    }

    @Test
    void errorsInTheMappingDoNotHideThePath() {
        Path use = Compilation.source(
                folder, "app.Use", "package app; import static app.Team_.team; class Use { Object id = team.id; }");
        Path entity = Compilation.source(folder, "app.Team", TEAM.formatted("Thread thread;"));

        Compilation compilation = Compilation.of(folder.resolve("out"), List.of(use, entity), new AzothProcessor());

        assertThat(compilation.messages()).hasSize(1).allMatch(each -> each.contains("Team.thread"));
    }

    @Test
    void expressionsAreMadeOfThePathThatIsWritten() throws ReflectiveOperationException {
        Compilation compilation = compile("""
                String name;
                @dev.azoth.orm.annotation.ColumnProperty String title;
                static dev.azoth.sql.Expression<String> title(Team_ team) { return team.name.concat("!"); }
                """);

        assertThat(compilation.messages()).isEmpty();
        Class<?> path = compilation.loader().loadClass("app.Team_");
        EntityPath<?> team = (EntityPath<?>) path.getField("team").get(null);
        assertThat(Sql.select((Expression<?>) path.getMethod("title").invoke(team)))
                .hasToString("SELECT team.name || '!' FROM team");
        EntityPath<?> other = team.as("other");
        assertThat(Sql.select((Expression<?>) path.getMethod("title").invoke(other)))
                .hasToString("SELECT other.name || '!' FROM team AS other");
    }

    @Test
    void typesOfOtherProcessorsAreWaitedFor() {
        Path entity = Compilation.source(folder, "app.Team", TEAM.formatted("Made made;"));
        AzothProcessor azoth = new AzothProcessor();

        Compilation compilation = Compilation.of(folder.resolve("out"), List.of(entity), List.of(azoth, new Maker()));

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.generated()).containsKeys("Made.java", "Team_.java");
    }

    /** Writes an enum that an entity names. */
    @SupportedAnnotationTypes("*")
    private static final class Maker extends AbstractProcessor {
        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("app.Made").openWriter()) {
                    out.write("package app; public enum Made { ONE }");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return false;
        }
    }
}
