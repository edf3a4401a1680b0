package dev.azoth.type;

/** JSON: the binary or native form where the database has one, else text. */
public record JsonType() implements SqlType<Json> {
    @Override
    public Class<Json> javaType() {
        return Json.class;
    }

    @Override
    public String name() {
        return "JSON";
    }
}
