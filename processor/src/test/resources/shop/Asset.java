package shop;

import base.Labelled;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public abstract sealed class Asset implements Labelled<String> permits Machine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    private String label;

    @Override
    public String label() {
        return label;
    }
}
