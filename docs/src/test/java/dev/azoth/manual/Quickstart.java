package dev.azoth.manual;

// tag::quickstart
import static dev.azoth.sql.Sql.*;
import static dev.azoth.type.Types.*;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;

public class Quickstart {
    static class CityTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        final Column<String> name = column("name", VARCHAR(50)).notNull().unique();
        final Column<Integer> people = column("people", INTEGER);

        CityTable(MetaData metadata) {
            super("city", metadata);
        }
    }

    record City(String name, int people) {}

    public static void main(String[] args) {
        MetaData metadata = new MetaData();
        CityTable city = new CityTable(metadata);

        try (Engine engine = Engine.create("sqlite://")) {
            metadata.createAll(engine);
            engine.begin(connection -> {
                connection.execute(insert(city).values(city.name, "Uppsala").values(city.people, 178_000));
                connection.execute(insert(city).values(city.name, "Visby").values(city.people, 24_000));
            });

            try (Connection connection = engine.connect()) {
                var large = select(city.name, city.people)
                        .where(city.people.gt(50_000))
                        .as(City.class);
                for (City each : connection.execute(large)) {
                    System.out.println(each); // City[name=Uppsala, people=178000]
                }
            }
        }
    }
}
// end::quickstart
