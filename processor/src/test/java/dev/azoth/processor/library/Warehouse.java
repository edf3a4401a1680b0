package dev.azoth.processor.library;

/** A class of a library, which the compiler sees without its source. */
public class Warehouse {
    public int id;

    /** A value. */
    public record Size(int width, int height) {}
}
