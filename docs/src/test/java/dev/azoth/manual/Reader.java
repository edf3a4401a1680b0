package dev.azoth.manual;

import dev.azoth.orm.WriteOnlyCollection;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import org.jspecify.annotations.Nullable;

// tag::reader-entity
@Entity
public class Reader {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @OneToMany(mappedBy = "reader", cascade = CascadeType.PERSIST)
    WriteOnlyCollection<Visit> visits = WriteOnlyCollection.create();
}
// end::reader-entity
