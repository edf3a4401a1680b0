package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where somebody is: a value, whose columns are in the table of who has it.
 *
 * @param street  street and number
 * @param city    the city
 * @param country its country's code, of two letters
 */
@Embeddable
public record Address(
        @Column(length = 80) String street,
        @Column(length = 40) String city,
        @Column(length = 2) String country) {}
