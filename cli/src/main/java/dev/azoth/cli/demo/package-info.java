/** What {@code azoth demo} shows: a small library of books as objects, in queries, and a manual that answers questions. */
@NullMarked
package dev.azoth.cli.demo;

import org.jspecify.annotations.NullMarked;
