/** What a user may listen to, from statements to the schema. */
@NullMarked
package dev.azoth.event;

import org.jspecify.annotations.NullMarked;
