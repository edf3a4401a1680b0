package dev.azoth.orm.mapping.model;

/**
 * A condition that no row of a table may break.
 *
 * @param condition SQL
 */
public record CheckModel(String name, String condition) {}
