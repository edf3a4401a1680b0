package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.model.Generation;
import java.util.stream.Collectors;

/** A record has its values from the beginning: what a flush would give to an object would not be in it. */
final class WholeRecords {
    private WholeRecords() {}

    /**
     * Checks a record that is added.
     *
     * @throws InvalidRequestException if it lacks what would be made for its row
     */
    static void check(EntityMapping<?> mapping, Object record) {
        String lacking = mapping.columnAttributes().stream()
                .filter(each -> lacks(each, record))
                .map(ColumnAttribute::name)
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            throw new InvalidRequestException(mapping.name() + " is a record, which cannot be given its " + lacking
                    + " later: make it with that, or take what session.insert(…) gives");
        }
    }

    private static boolean lacks(ColumnAttribute attribute, Object record) {
        boolean given = attribute.generation() instanceof Generation.Assigned;
        return attribute.generation() instanceof Generation.Computed
                || ((attribute.isId() || !given) && attribute.isUngiven(record));
    }
}
