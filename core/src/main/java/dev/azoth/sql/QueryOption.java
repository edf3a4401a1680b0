package dev.azoth.sql;

/** Something that a statement carries for the layer that runs it, such as the ORM's loader options. */
public interface QueryOption extends Node {}
