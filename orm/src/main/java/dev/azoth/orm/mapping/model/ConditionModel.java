package dev.azoth.orm.mapping.model;

/**
 * The condition under which rows of a relationship belong together.
 *
 * @param className the binary name of the class that has the method
 * @param method    the static method that gives the condition
 */
public record ConditionModel(String className, String method) {}
