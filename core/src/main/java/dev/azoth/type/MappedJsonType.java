package dev.azoth.type;

import java.util.List;

/** Objects of a class stored as JSON, which a library of the program's writes and reads. */
final class MappedJsonType<T> extends TypeDecorator<T, Json> {
    private final JsonMapping mapping;

    MappedJsonType(Class<T> javaType, JsonMapping mapping) {
        super(javaType);
        this.mapping = mapping;
    }

    @Override
    protected SqlType<Json> base(ServerInfo server) {
        return Types.JSON;
    }

    @Override
    protected Json write(T value) {
        return Json.parse(mapping.write(value));
    }

    @Override
    protected T read(Json stored) {
        return mapping.read(stored.text(), javaType());
    }

    @Override
    protected List<?> arguments() {
        return List.of(mapping);
    }

    @Override
    public boolean same(T left, T right) {
        return write(left).equals(write(right));
    }

    @Override
    public T copy(T value) {
        return read(write(value));
    }

    @Override
    public String name() {
        return javaType().getSimpleName() + " as JSON";
    }
}
