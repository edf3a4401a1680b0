package dev.azoth.vector.postgresql;

import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import org.junit.jupiter.api.Test;

/** As {@link RacingInstallationTest}, on an empty database of its own. */
@OnDatabase("postgresql")
class RacingOthersTest {
    @Test
    void twentyFourSessionsOfWhichHalfTakeNoLock(Database db) throws Exception {
        RacingInstallationTest.race(db, 24, true);
    }
}
