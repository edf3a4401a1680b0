package dev.azoth.validation;

import dev.azoth.orm.Lazy;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Has constraints on a {@link Lazy} be those of its value. One that is not loaded is not reached, see {@link LoadedAttributes}. */
@UnwrapByDefault
final class LazyExtractor implements ValueExtractor<Lazy<@ExtractedValue ?>> {
    @Override
    public void extractValues(Lazy<?> original, ValueReceiver receiver) {
        receiver.value(null, original.get());
    }
}
