/**
 * What a database can do and how it says it. A dialect is found through {@link java.util.ServiceLoader}; the built-in
 * ones have no privilege.
 */
@NullMarked
package dev.azoth.dialect;

import org.jspecify.annotations.NullMarked;
