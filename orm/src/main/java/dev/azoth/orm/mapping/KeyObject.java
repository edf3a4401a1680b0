package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a key apart that the program gives as one object: what an entity has embedded as its key, or an object of its {@code @IdClass}. */
final class KeyObject {
    private final Class<?> type;
    private final Reading reading;

    /** Reads the values of the key's columns. */
    private interface Reading {
        List<@Nullable Object> parts(Object key);
    }

    private KeyObject(Class<?> type, Reading reading) {
        this.type = type;
        this.reading = reading;
    }

    static Optional<KeyObject> of(EntityMapping<?> mapping, List<AttributeMapping> key, ObjectShape shape) {
        EntityModel model = mapping.model();
        List<AttributeModel> members = model.attributes();
        if (!members.isEmpty() && members.get(0) instanceof EmbeddedModel embedded && embedded.id()) {
            return Optional.of(
                    new KeyObject(mapping.load(embedded.className()), value -> embedded(value, shape.nested(0), key)));
        }
        return model.keyClass().map(name -> new KeyObject(mapping.load(name), ofMembers(mapping, mapping.load(name))));
    }

    private static List<@Nullable Object> embedded(Object value, ObjectShape shape, List<AttributeMapping> key) {
        @Nullable Object[] state = new @Nullable Object[key.size()];
        shape.read(value, state);
        List<@Nullable Object> parts = new ArrayList<>();
        key.forEach(each -> parts.add(state[each.index()]));
        return parts;
    }

    private static Reading ofMembers(EntityMapping<?> mapping, Class<?> type) {
        List<AttributeModel> key =
                mapping.model().attributes().stream().filter(AttributeModel::id).toList();
        List<FieldHandle> fields = key.stream()
                .map(each -> FieldHandle.of(Accesses.lookup(type), type, named(type, each.member())))
                .toList();
        return value -> {
            List<@Nullable Object> parts = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                Object held = fields.get(i).get(value);
                if (key.get(i) instanceof ToOneModel toOne && held != null) {
                    EntityMapping<?> target =
                            EntityMapping.of(mapping.load(toOne.relation().target()));
                    parts.addAll(target.key(held).values());
                } else {
                    parts.add(held);
                }
            }
            return parts;
        };
    }

    private static MemberModel named(Class<?> type, MemberModel member) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (var field : each.getDeclaredFields()) {
                if (field.getName().equals(member.name())) {
                    return new MemberModel(each.getName(), member.name(), "", false, false, false);
                }
            }
        }
        throw new InvalidRequestException(type.getName() + " has no field " + member.name() + ": compile it again");
    }

    /** The values of the key's columns, if what was given is such an object; else what was given. */
    static @Nullable Object[] parts(@Nullable KeyObject of, @Nullable Object[] given) {
        if (of == null || given.length != 1 || !of.type.isInstance(given[0])) {
            return given;
        }
        return of.reading.parts(Objects.requireNonNull(given[0])).toArray();
    }
}
