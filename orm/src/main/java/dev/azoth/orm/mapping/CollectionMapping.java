package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import org.jspecify.annotations.Nullable;

/** An attribute that is a collection: of entities, which are told apart by identity, or of values. */
public sealed interface CollectionMapping permits ToManyMapping, ElementsMapping {
    /** The attribute. */
    AttributeMapping attribute();

    /** The kind of collection that the member is. */
    CollectionKind collection();

    /** Whether its elements are values, compared by {@code equals}, and not entities. */
    boolean isOfValues();

    /** Whether a column has the positions, or the keys, of the elements. */
    boolean isIndexed();

    /** The key under which a map without such a column has an element. */
    @Nullable
    Object keyOf(Object element);

    /** Whether it may be changed; what is only read may not. */
    boolean isChangeable();

    /** Whether an element may be added without knowing the others: to what has no keys, and holds no values. */
    boolean takesAdditions();

    /** Whether an element may be taken out without knowing the others: what would be deleted then must have been there. */
    boolean takesRemovals();
}
