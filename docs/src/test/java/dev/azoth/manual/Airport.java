package dev.azoth.manual;

import dev.azoth.orm.annotation.OnUpdateCascade;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashSet;
import java.util.Set;

// tag::airport-entity
@Entity
@OnUpdateCascade // foreign keys that refer to an airport follow its code
public class Airport {
    @Id
    @Column(length = 3)
    String code = "";

    @ElementCollection
    Set<String> airlines = new HashSet<>();

    protected Airport() {}

    Airport(String code) {
        this.code = code;
    }
}
// end::airport-entity
