package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.Map;
import java.util.Optional;

/** The types by which collections are declared. */
final class CollectionTypes {
    private static final Map<String, CollectionKind> KINDS = Map.of(
            "java.util.List", CollectionKind.LIST,
            "java.util.Collection", CollectionKind.LIST,
            "java.util.Set", CollectionKind.SET,
            "java.util.Map", CollectionKind.MAP,
            "dev.azoth.orm.WriteOnlyCollection", CollectionKind.WRITE_ONLY);

    private CollectionTypes() {}

    /** The kind of a type with its arguments; none for other types, and without them. */
    static Optional<CollectionKind> kind(TypeView type) {
        return type.arguments().isEmpty() ? Optional.empty() : Optional.ofNullable(KINDS.get(type.name()));
    }

    /** The type of the elements. */
    static TypeView element(TypeView type) {
        return type.arguments().get(type.arguments().size() - 1);
    }
}
