package dev.azoth.manual;

import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.Dialects;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RenderingTest extends ShopTest {
    @Test
    void text(Database database) {
        // tag::select-text-of
        Select<Long> found = select(user.id).where(user.name.eq("o'hara"));

        String standard = found.toString(); // SELECT … WHERE user_account.name = 'o''hara'
        String forMysql = Dialects.render(found, "mysql");
        String here = database.engine().render(found);
        // end::select-text-of
        assertThat(standard).endsWith("WHERE user_account.name = 'o''hara'");
        assertThat(forMysql).isEqualTo(standard);
        assertThat(here).isEqualTo(standard);
    }
}
