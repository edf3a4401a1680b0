package dev.azoth.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourceTest {
    @TempDir
    Path folder;

    @Test
    void generatedSourcesAreTheKeptOnes() throws IOException {
        Compilation compilation =
                Compilation.of(folder, Compilation.sources("shop"), new AzothProcessor(), "-Xlint:all,-processing");

        Golden.compare("generated/messages.txt", String.join("\n", compilation.messages()) + "\n");
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> each : compilation.generated().entrySet()) {
            Golden.compare("generated/" + each.getKey().replace(".java", ".txt"), each.getValue());
            all.append(each.getKey()).append('\n');
        }
        Golden.compare("generated/files.txt", all.toString());
    }
}
