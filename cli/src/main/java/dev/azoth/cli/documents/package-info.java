/** Files as documents of a collection: finding them, reading them, keeping the collection like them. */
@NullMarked
package dev.azoth.cli.documents;

import org.jspecify.annotations.NullMarked;
