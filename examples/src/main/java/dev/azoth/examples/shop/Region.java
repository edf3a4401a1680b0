package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A part of the world that is sold to; its number is given by the program. */
@Entity
public class Region {
    @Id
    short id;

    @Column(length = 40, nullable = false, unique = true)
    String name = "";

    protected Region() {}

    public Region(int id, String name) {
        this.id = (short) id;
        this.name = name;
    }
}
