/**
 * Vectors on databases that know nothing of them: stored as the bytes of 32-bit floating-point numbers, little endian, with every distance
 * computed in Java by who reads them.
 */
@NullMarked
package dev.azoth.vector.portable;

import org.jspecify.annotations.NullMarked;
