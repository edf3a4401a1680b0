package dev.azoth.manual;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Entity
public class Interest implements Named {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 30)
    String name = "";

    protected Interest() {}

    public Interest(String name) {
        this.name = name;
    }
}
