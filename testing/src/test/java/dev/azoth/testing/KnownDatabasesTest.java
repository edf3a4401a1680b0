package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.testing.database.H2Memory;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDatabasesTest {
    @Test
    void refusesTwoOfTheSameName() {
        assertThatThrownBy(() -> new KnownDatabases(List.of(new H2Memory(), new H2Memory())))
                .hasMessage("Two test databases are called 'h2': %1$s and %1$s", H2Memory.class.getName());
    }
}
