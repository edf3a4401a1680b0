package dev.azoth.orm.loading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of the program that asked for a load; cheap to note, and written only when somebody wants to read it. */
public final class CallSite {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final StackWalker.@Nullable StackFrame frame;

    private CallSite(StackWalker.@Nullable StackFrame frame) {
        this.frame = frame;
    }

    /** The first frame outside the library and the JDK. */
    public static CallSite here() {
        return new CallSite(WALKER.walk(frames -> frames.filter(each -> isForeign(each.getClassName()))
                .findFirst()
                .orElse(null)));
    }

    /** The library's packages have no sub-packages of other people, but tests of the library live in them too. */
    private static boolean isForeign(String className) {
        return !className.startsWith("java.")
                && !className.startsWith("jdk.")
                && (!className.startsWith("dev.azoth.") || className.endsWith("Test") || className.contains("Test$"));
    }

    /** The same for each call from one place; cheaper than its text. */
    Object place() {
        return frame == null ? "" : List.of(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
    }

    /** {@code ShopService.findOrder (ShopService.java:31)}. */
    @Override
    public String toString() {
        if (frame == null) {
            return "a place unknown";
        }
        String className = frame.getClassName();
        return className.substring(className.lastIndexOf('.') + 1) + "." + frame.getMethodName() + " ("
                + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
