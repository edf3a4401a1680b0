package dev.azoth.schema;

import dev.azoth.sql.Condition;

/** A condition that no row may break; it must not have bound values. */
public record Check(String name, Condition condition) {}
