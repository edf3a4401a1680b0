/** Jakarta Validation in the unit of work: {@link dev.azoth.validation.ValidationListener} refuses what breaks a constraint before anything is written. */
@NullMarked
package dev.azoth.validation;

import org.jspecify.annotations.NullMarked;
