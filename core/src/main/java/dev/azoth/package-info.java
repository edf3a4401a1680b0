/**
 * The exceptions that every part of Azoth throws. All are unchecked, and {@link dev.azoth.AzothException} is the root.
 */
@NullMarked
package dev.azoth;

import org.jspecify.annotations.NullMarked;
