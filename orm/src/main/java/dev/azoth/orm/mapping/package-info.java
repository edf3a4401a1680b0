/**
 * Classes mapped to tables: what the session works with. {@link dev.azoth.orm.mapping.EntityMapping} is made once for each class, out of the
 * model in {@code mapping.model}, which the rules in {@code mapping.rules} make of a class seen through {@code mapping.view}.
 */
@NullMarked
package dev.azoth.orm.mapping;

import org.jspecify.annotations.NullMarked;
