package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public abstract sealed class Asset permits Machine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    private String label;

    public String label() {
        return label;
    }
}
