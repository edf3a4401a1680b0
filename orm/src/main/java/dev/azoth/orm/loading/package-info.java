/** How rows become entities: queries of them, and the strategies by which their relationships are loaded. */
@NullMarked
package dev.azoth.orm.loading;

import org.jspecify.annotations.NullMarked;
