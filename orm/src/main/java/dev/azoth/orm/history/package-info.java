/** The history of entities: what their rows were after each change, who changed them, and when. */
@NullMarked
package dev.azoth.orm.history;

import org.jspecify.annotations.NullMarked;
