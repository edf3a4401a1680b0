/** A trading company: its customers, products and orders as seventeen entities, reports on them, and work with them. */
@NullMarked
package dev.azoth.examples.shop;

import org.jspecify.annotations.NullMarked;
