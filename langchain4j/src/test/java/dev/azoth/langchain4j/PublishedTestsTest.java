package dev.azoth.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.store.embedding.EmbeddingStoreIT;
import java.net.JarURLConnection;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** A later version of LangChain4j may ask more of its stores. */
class PublishedTestsTest {
    private static final List<Class<?>> HERE =
            List.of(PublishedStoreTest.class, PublishedRemovalTest.class, PublishedContractsTest.class);

    @Test
    void allThatLangChain4jPublishesForItsStoresRunHere() throws Exception {
        assertThat(published())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(asked -> assertThat(HERE).as(asked.getName()).anyMatch(asked::isAssignableFrom));
    }

    private static List<? extends Class<?>> published() throws Exception {
        String own = "/" + EmbeddingStoreIT.class.getName().replace('.', '/') + ".class";
        JarURLConnection connection =
                (JarURLConnection) EmbeddingStoreIT.class.getResource(own).openConnection();
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.matches(
                            "dev\\.langchain4j\\.store\\.embedding\\.EmbeddingStore\\w*(IT|Contract)\\.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .map(PublishedTestsTest::loaded)
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
