package dev.azoth.vector;

import org.slf4j.LoggerFactory;

/** The fastest arithmetic that this JVM has: by the processor's vector instructions where it was started with {@code --add-modules jdk.incubator.vector}. */
final class Fastest {
    private static final String INSTRUCTIONS = "jdk.incubator.vector";

    static final Arithmetic ARITHMETIC = choose();

    private Fastest() {}

    private static Arithmetic choose() {
        Module instructions = ModuleLayer.boot().findModule(INSTRUCTIONS).orElse(null);
        if (instructions == null) {
            return new PlainArithmetic();
        }
        try {
            // not in the module's descriptor, since a module of the incubator cannot be left out there without a
            // warning at each build
            Fastest.class.getModule().addReads(instructions);
            return Class.forName("dev.azoth.vector.SimdArithmetic")
                    .asSubclass(Arithmetic.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            LoggerFactory.getLogger("dev.azoth.vector")
                    .warn("{} is there but does not fit: distances are computed without it", INSTRUCTIONS, e);
            return new PlainArithmetic();
        }
    }
}
