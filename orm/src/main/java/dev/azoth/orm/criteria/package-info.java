/** Conditions that every statement of a session gets for the entities in it. */
@NullMarked
package dev.azoth.orm.criteria;

import org.jspecify.annotations.NullMarked;
