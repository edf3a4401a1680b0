import org.jspecify.annotations.NullMarked;

/** The {@code azoth} command. */
@NullMarked
module dev.azoth.cli {
    requires dev.azoth.core;
    requires dev.azoth.orm;
    requires dev.azoth.vector;
    requires info.picocli;
    requires langchain4j.core;
    requires langchain4j.embeddings;
    requires langchain4j.embeddings.all.minilm.l6.v2.q;
    requires static org.jspecify;

    // picocli fills the options, the mapper the entities, and the engine the records
    opens dev.azoth.cli to
            info.picocli;
    opens dev.azoth.cli.demo to
            dev.azoth.core,
            dev.azoth.orm;
}
