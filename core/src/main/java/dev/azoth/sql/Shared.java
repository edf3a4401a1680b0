package dev.azoth.sql;

/**
 * A node with an identity of its own, which a tree may hold in many places and which is described only once; the other places are
 * references to it. Such are subqueries in FROM and common table expressions, whose columns all lead back to them.
 */
public interface Shared extends Node {}
