package dev.azoth.orm.mapping.model;

/** The names of the classes that the annotation processor writes, all of them in the package of the class that they are for. */
public final class GeneratedNames {
    private GeneratedNames() {}

    /** The class that reads and writes members: {@code app.Order$Line} has {@code app.Order_Line__Access}. */
    public static String access(String className) {
        return flat(className) + "__Access";
    }

    /** The class for statements: {@code app.Order$Line} has {@code app.Order_Line_}, with the suffix that is usual. */
    public static String path(String className, String suffix) {
        return flat(className) + suffix;
    }

    /** A name without its package. */
    public static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String flat(String className) {
        int dot = className.lastIndexOf('.') + 1;
        return className.substring(0, dot) + className.substring(dot).replace('$', '_');
    }
}
