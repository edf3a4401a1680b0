package dev.azoth.dialect;

import dev.azoth.type.JsonForm;
import dev.azoth.type.TypeCodec;
import java.util.Optional;

/**
 * The codec of a type whose columns are read through a call.
 *
 * @param base   how its values are stored, and read from what the call gives
 * @param before what stands before a selected column
 * @param after  what stands behind it
 */
public record SelectedCodec<T>(TypeCodec<T> base, String before, String after) implements DelegatingCodec<T> {
    @Override
    public String selected(String expression) {
        return before + expression + after;
    }

    @Override
    public Optional<JsonForm<T>> jsonForm() {
        return base.jsonForm().map(form -> new JsonForm<>(form.before() + before, after + form.after(), form.read()));
    }
}
