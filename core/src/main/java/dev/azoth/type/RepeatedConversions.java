package dev.azoth.type;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Notices a conversion that is made anew for each statement: each is a type of its own, and so each statement is compiled again. */
final class RepeatedConversions {
    private static final int MANY = 100;

    /** For each class of functions that have something in them how many there were; functions without are always the same one. */
    private static final ClassValue<AtomicInteger> MADE = new ClassValue<>() {
        @Override
        protected AtomicInteger computeValue(Class<?> type) {
            boolean holds = type.isHidden() && type.getDeclaredFields().length > 0;
            return new AtomicInteger(holds ? 0 : Integer.MIN_VALUE);
        }
    };

    private RepeatedConversions() {}

    static void made(Class<?> javaType, Object read) {
        AtomicInteger number = MADE.get(read.getClass());
        if (number.get() >= 0 && number.incrementAndGet() == MANY) {
            LoggerFactory.getLogger(ConvertedType.class)
                    .warn(
                            "convert({}.class, …) was called {} times with functions made anew: each is a type of its own, for which"
                                    + " statements are compiled again. Keep the type in a constant, or write a TypeDecorator",
                            javaType.getSimpleName(),
                            MANY);
        }
    }
}
