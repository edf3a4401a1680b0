/**
 * The object-relational mapper as a program sees it: entities in statements ({@link dev.azoth.orm.EntityPath}), how their relationships
 * are loaded ({@link dev.azoth.orm.Loading}), and values that are loaded when asked for ({@link dev.azoth.orm.Lazy}).
 */
@NullMarked
package dev.azoth.orm;

import org.jspecify.annotations.NullMarked;
