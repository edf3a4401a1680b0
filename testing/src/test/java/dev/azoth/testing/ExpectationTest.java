package dev.azoth.testing;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ExpectationTest {
    private static final MetaData METADATA = new MetaData();
    private static final PlanetTable PLANET = new PlanetTable();
    private static final Select<String> INNER =
            select(PLANET.name).from(PLANET).where(PLANET.id.lt(3)).orderBy(PLANET.id.asc());

    @PrepareDatabase
    static void createPlanets(Database database) {
        database.engine().createAll(METADATA);
        database.engine().begin(connection -> {
            connection.execute(insert(PLANET).values(PLANET.id, 1).values(PLANET.name, "Mercury"));
            connection.execute(insert(PLANET).values(PLANET.id, 2).values(PLANET.name, "Venus"));
            connection.execute(insert(PLANET).values(PLANET.id, 3).values(PLANET.name, "Earth"));
        });
    }

    @Test
    void holdsForTextParametersAndRows(Database database) {
        database.expect(INNER)
                .sql("SELECT planet.name FROM planet WHERE planet.id < ? ORDER BY planet.id")
                .parameters(3)
                .rows("Mercury", "Venus");
    }

    @Test
    void takesRowsOfSeveralColumnsAsLists(Database database) {
        database.expect(select(PLANET.id, PLANET.name).from(PLANET).where(PLANET.id.eq(3)))
                .rows(List.of(3, "Earth"));
    }

    @Test
    void failsForOtherText(Database database) {
        assertThatThrownBy(() -> database.expect(INNER).sql("SELECT 1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SQL on " + database.name());
    }

    @Test
    void passesOverTheGeneralTextOnADatabaseWithItsOwn(Database database) {
        String own = database.engine().compile(INNER).sql();

        database.expect(INNER)
                .sql("oracle", "SELECT 1")
                .sql(database.name(), own)
                .sql("SELECT 2");
    }

    @Test
    void refusesATextOfOneDatabaseAfterTheGeneralOne(Database database) {
        String own = database.engine().compile(INNER).sql();

        assertThatThrownBy(() -> database.expect(INNER).sql(own).sql("oracle", "SELECT 1"))
                .hasMessage("the text of oracle has to stand before the one for all others");
    }

    @Test
    void failsForOtherParameters(Database database) {
        assertThatThrownBy(() -> database.expect(INNER).parameters(4)).isInstanceOf(AssertionError.class);
    }

    @Test
    void failsForRowsInAnotherOrder(Database database) {
        assertThatThrownBy(() -> database.expect(INNER).rows("Venus", "Mercury"))
                .isInstanceOf(AssertionError.class);

        database.expect(INNER).rowsInAnyOrder("Venus", "Mercury");
    }

    @Test
    void countsTheStatementsOfTheEngine(Database database) {
        database.engine().server();

        database.statements().expect(1, () -> database.expect(INNER).rows("Mercury", "Venus"));

        assertThat(database.statements().sql()).last().asString().startsWith("SELECT planet.name");
    }

    private static final class PlanetTable extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", VARCHAR(30)).notNull();

        PlanetTable() {
            super("planet", METADATA);
        }
    }
}
