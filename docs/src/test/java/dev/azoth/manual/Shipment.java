package dev.azoth.manual;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.JoinCondition;
import dev.azoth.sql.Condition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// tag::shipment-entity
@Entity
public class Shipment {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(precision = 8, scale = 2)
    BigDecimal weight = BigDecimal.ZERO;

    @OneToOne
    @JoinCondition
    Lazy<Tariff> tariff = Lazy.empty();

    static Condition tariff(Shipment_ shipment, Tariff_ tariff) {
        return shipment.weight.gt(tariff.above).and(shipment.weight.le(tariff.upTo));
    }

    @ManyToOne
    Lazy<User> sender = Lazy.empty();

    @OneToMany
    @JoinCondition
    @OrderBy("id DESC")
    List<Shipment> others = new ArrayList<>();

    static Condition others(Shipment_ shipment, Shipment_ other) {
        return other.sender.key(Long.class).eq(shipment.sender.key(Long.class)).and(other.id.ne(shipment.id));
    }
}
// end::shipment-entity
