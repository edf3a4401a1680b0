import org.jspecify.annotations.NullMarked;

/** The document store as an embedding store of LangChain4j, and embedding models both ways. */
@NullMarked
module dev.azoth.langchain4j {
    exports dev.azoth.langchain4j;

    requires transitive dev.azoth.core;
    requires transitive dev.azoth.vector;
    requires transitive langchain4j.core;
    requires static org.jspecify;
}
