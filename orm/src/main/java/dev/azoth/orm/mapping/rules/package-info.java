/** The rules that turn a class into a mapping, written once, over {@code mapping.view}. */
@NullMarked
package dev.azoth.orm.mapping.rules;

import org.jspecify.annotations.NullMarked;
