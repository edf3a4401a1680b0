package dev.azoth.engine;

import java.util.Optional;

/** Finds the caller's own code in the stack. */
final class CallSite {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private CallSite() {}

    /** The first frame outside the library and the JDK. */
    static Optional<StackTraceElement> find() {
        return WALKER.walk(frames -> frames.filter(frame -> isForeign(frame.getClassName()))
                .findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement));
    }

    /** The library's packages have no sub-packages of other people, but tests of the library live in them too. */
    private static boolean isForeign(String className) {
        return !className.startsWith("java.")
                && !className.startsWith("jdk.")
                && (!className.startsWith("dev.azoth.") || className.endsWith("Test") || className.contains("Test$"));
    }
}
