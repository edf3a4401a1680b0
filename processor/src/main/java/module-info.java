import dev.azoth.processor.AzothProcessor;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.NullMarked;

/** The annotation processor that writes the typed metamodel of entities and the accessors to their fields. */
@NullMarked
module dev.azoth.processor {
    requires transitive java.compiler;
    requires static org.jspecify;
    requires com.palantir.javapoet;
    requires dev.azoth.orm;

    provides Processor with
            AzothProcessor;
}
