package shop;

import dev.azoth.orm.annotation.Load;
import dev.azoth.orm.LoadStrategy;
import jakarta.persistence.*;
import java.util.ArrayList;
import java.util.List;

@Entity(name = "OrderLine")
class Line {
    @Id
    @ManyToOne
    @Load(LoadStrategy.JOINED)
    Order order;

    @Id
    int number;

    Integer quantity;

    @OneToMany
    @JoinTable(
            name = "line_label",
            joinColumns = {
                @JoinColumn(name = "o", referencedColumnName = "order_id"),
                @JoinColumn(name = "n", referencedColumnName = "number")
            },
            inverseJoinColumns = {
                @JoinColumn(name = "label", referencedColumnName = "number"),
                @JoinColumn(referencedColumnName = "area")
            })
    List<Label> labels = new ArrayList<>();

    @Embedded private Period period;

    @Embeddable
    static final class Period {
        java.time.Instant since;
        java.time.Instant until;
    }
}
