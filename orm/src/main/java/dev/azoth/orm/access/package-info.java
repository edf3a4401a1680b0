/** How the fields of entities are read and written, for the code that the annotation processor writes. Programs need none of it. */
@NullMarked
package dev.azoth.orm.access;

import org.jspecify.annotations.NullMarked;
