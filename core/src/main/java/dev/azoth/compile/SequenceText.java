package dev.azoth.compile;

import dev.azoth.schema.Sequence;
import dev.azoth.schema.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the statements that make and drop the sequences of tables. */
final class SequenceText {
    private SequenceText() {}

    static Stream<String> created(List<Table> tables, boolean there, SqlLanguage language) {
        return of(tables, "CREATE SEQUENCE IF NOT EXISTS ", SequenceText::numbers, there, language);
    }

    static Stream<String> dropped(List<Table> tables, boolean there, SqlLanguage language) {
        return of(tables, "DROP SEQUENCE IF EXISTS ", each -> "", there, language);
    }

    private static Stream<String> of(
            List<Table> tables, String words, Function<Sequence, String> end, boolean there, SqlLanguage language) {
        return tables.stream()
                .flatMap(table -> table.sequences().stream().map(each -> {
                    SqlWriter out = SqlWriter.literal(language);
                    if (!there) {
                        throw out.unsupported("sequences, as " + each + " for the table " + table.name());
                    }
                    language.schemas()
                            .of(each.schema())
                            .ifPresent(schema -> out.identifier(schema).sql("."));
                    return words + out.identifier(each.name()).text() + end.apply(each);
                }))
                .distinct();
    }

    private static String numbers(Sequence sequence) {
        return " START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment();
    }
}
