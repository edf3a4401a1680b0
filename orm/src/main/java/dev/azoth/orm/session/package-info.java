/** The session: which objects stand for which rows, what changed in them, and the statements that write the changes. */
@NullMarked
package dev.azoth.orm.session;

import org.jspecify.annotations.NullMarked;
