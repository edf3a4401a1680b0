@NullMarked
package dev.azoth.examples.shop;

import org.jspecify.annotations.NullMarked;
