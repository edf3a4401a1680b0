package dev.azoth.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of the rules, at the line where the compiler shows it. */
class MistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Classes",
                "Collections",
                "Columns",
                "DerivedKeys",
                "Generations",
                "Relationships",
                "Embeddeds",
                "Hierarchies",
                "Interfaces",
                "ReadOnlies",
                "SoftDeletes",
                "Tenants",
                "Expressions",
                "ViewOnlys",
                "WriteOnlys"
            })
    void mistakesAreNamedWhereTheyAre(String file) throws IOException {
        Path source = Compilation.resources().resolve("mistakes/" + file + ".java");

        Compilation compilation = Compilation.of(folder, List.of(source), new AzothProcessor());

        Golden.compare("mistakes/" + file + ".txt", String.join("\n", compilation.messages()) + "\n");
    }
}
