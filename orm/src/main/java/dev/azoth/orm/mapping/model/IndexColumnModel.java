package dev.azoth.orm.mapping.model;

/**
 * The column by which the elements of one collection are told apart: the position in a list, or the key in a map.
 *
 * @param column the column's name
 * @param type   its type
 */
public record IndexColumnModel(String column, TypeModel type) {}
