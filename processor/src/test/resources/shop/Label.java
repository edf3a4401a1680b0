package shop;

import jakarta.persistence.*;

@Entity
public record Label(@Column(length = 10) String color, @EmbeddedId Code code, Money price, boolean group) {
    @Embeddable
    record Code(String area, int number) {}
}
