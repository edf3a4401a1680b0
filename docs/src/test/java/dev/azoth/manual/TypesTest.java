package dev.azoth.manual;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.range;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INET;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TIMESTAMP;
import static dev.azoth.type.Types.VARCHAR;
import static dev.azoth.type.Types.enumeration;
import static dev.azoth.type.Types.json;
import static dev.azoth.type.Types.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.JsonMapping;
import dev.azoth.type.Range;
import dev.azoth.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TypesTest {
    // tag::types-convert
    static final SqlType<Currency> CURRENCY =
            TEXT.convert(Currency.class, Currency::getInstance, Currency::getCurrencyCode);
    // end::types-convert

    record Settings(String theme) {}

    record SettingsMapping() implements JsonMapping {
        @Override
        public String write(Object value) {
            return Json.of(Map.of("theme", ((Settings) value).theme())).text();
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return type.cast(new Settings((String) Json.parse(json).object().get("theme")));
        }
    }

    // tag::types-further
    static final SqlType<Settings> SETTINGS = json(Settings.class, new SettingsMapping());
    static final SqlType<String> ADDRESS = VARCHAR(43).on("postgresql", INET);
    // end::types-further

    // tag::types-declared
    static final SqlType<Integer> PIXELS = INTEGER.on("mysql", INTEGER.declared("MEDIUMINT UNSIGNED"));
    static final SqlType<LocalDateTime> MILLISECONDS = TIMESTAMP.on("mysql", TIMESTAMP.declared("DATETIME(3)"));
    // end::types-declared

    // tag::types-table
    enum Status {
        OPEN,
        PAID
    }

    static final class InvoiceTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        final Column<BigDecimal> total = column("total", NUMERIC(12, 2)).notNull();
        final Column<Currency> currency = column("currency", CURRENCY).notNull();
        final Column<Status> status =
                column("status", enumeration(Status.class)).notNull();
        final Column<Json> notes = column("notes", JSON);
        final Column<String> iban = column("iban", TEXT).sensitive();

        InvoiceTable(MetaData metadata) {
            super("invoice", metadata);
        }
    }
    // end::types-table

    @Test
    void objectsAndAddressesComeBack(Database database) {
        MetaData metadata = new MetaData();
        Column<Settings> settings = Column.of("settings", SETTINGS);
        Column<String> address = Column.of("address", ADDRESS);
        Column<Integer> width = Column.of("width", PIXELS);
        Column<LocalDateTime> seen = Column.of("seen", MILLISECONDS);
        Table client = Table.of(
                metadata, "client", Column.of("id", BIGINT).primaryKey().identity(), settings, address, width, seen);
        metadata.createAll(database.engine());
        database.engine().begin(connection -> {
            connection.execute(insert(client)
                    .values(settings, new Settings("dark"))
                    .values(address, "10.0.0.1")
                    .values(width, 5));
            assertThat(connection
                            .execute(select(settings).where(address.eq("10.0.0.1")))
                            .one())
                    .isEqualTo(new Settings("dark"));
        });
    }

    @Test
    void rangesAreLookedInto(Database database) {
        MetaData metadata = new MetaData();
        Column<Integer> room = Column.of("room", INTEGER);
        Column<Range<LocalDate>> days = Column.of("days", range(DATE));
        Table.of(metadata, "booking", room, days);
        // tag::types-ranges
        Range<LocalDate> may = Range.of(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 1));
        var taken = select(room)
                .where(range(days).overlaps(may))
                .orderBy(range(days).lower());
        // end::types-ranges
        if (database.name().equals("postgresql")) {
            metadata.createAll(database.engine());
            database.engine().begin(connection -> {
                assertThat(connection.execute(taken).all()).isEmpty();
            });
            metadata.dropAll(database.engine());
        } else {
            assertThatThrownBy(() -> database.engine().compile(taken)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void valuesComeBackAsTheyWent(Database database) {
        Engine engine = database.engine();
        MetaData metadata = new MetaData();
        InvoiceTable invoice = new InvoiceTable(metadata);
        metadata.createAll(engine);
        // tag::types-json
        Json notes = Json.of(Map.of("tags", List.of("late", "foreign"), "reminders", 2));
        // end::types-json
        engine.begin(connection -> connection.execute(insert(invoice)
                .values(invoice.total, new BigDecimal("12.50"))
                .values(invoice.currency, Currency.getInstance("SEK"))
                .values(invoice.status, Status.OPEN)
                .values(invoice.iban, "SE35 5000 0000 0549 1000 0003")
                .values(invoice.notes, notes)));
        engine.begin(connection -> {
            assertThat(connection
                            .execute(select(invoice.currency).where(invoice.status.eq(Status.OPEN)))
                            .one())
                    .isEqualTo(Currency.getInstance("SEK"));
            assertThat(connection.execute(select(invoice.notes)).one().object().get("reminders"))
                    .isEqualTo(2L);
        });
    }
}
