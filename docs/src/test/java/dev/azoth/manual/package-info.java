/** What the manual shows, compiled and run. */
@NullMarked
package dev.azoth.manual;

import org.jspecify.annotations.NullMarked;
