package shop;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;
    private String city;
    int zip;
    @Embedded Money fee;

    private Address() {}
}
