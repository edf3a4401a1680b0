/**
 * A small view of a class: its members, their types, their annotations. Reflection provides it at run time, the annotation processor from the
 * compiler's own model; the rules see no difference.
 */
@NullMarked
package dev.azoth.orm.mapping.view;

import org.jspecify.annotations.NullMarked;
