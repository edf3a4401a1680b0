package dev.azoth.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that an insert of many gave back.
 *
 * @param value    what the insert yields for it
 * @param sentinel the values by which it is brought into its place
 */
record Returned<T>(@Nullable T value, List<@Nullable Object> sentinel) {}
