package dev.azoth.examples.shop;

/** How far an order is. */
public enum OrderState {
    /** It was taken. */
    OPEN,
    /** It is on its way, or there. */
    SHIPPED,
    /** Nothing comes of it. */
    CANCELLED
}
