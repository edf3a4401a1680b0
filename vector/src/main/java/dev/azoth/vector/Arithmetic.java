package dev.azoth.vector;

/** Sums over the elements of two vectors of the same length. Implementations have no state. */
abstract class Arithmetic {
    /** The sum of the products. */
    abstract double dot(float[] a, float[] b);

    /** The sum of the products, divided by the length of the second: both need its elements, which are read once. */
    abstract double projection(float[] a, float[] b);

    /** The sum of the squares of the differences. */
    abstract double squares(float[] a, float[] b);

    /** The sum of the differences, none of them negative. */
    abstract double differences(float[] a, float[] b);
}
