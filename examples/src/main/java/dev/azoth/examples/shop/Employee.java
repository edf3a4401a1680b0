package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who works here, and whom others may report to. */
@Entity
public class Employee {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false)
    String name = "";

    @Column(length = 40, nullable = false)
    String title = "";

    LocalDate hired = LocalDate.EPOCH;

    @ManyToOne
    Lazy<Employee> manager = Lazy.empty();

    @OneToMany(mappedBy = "manager")
    List<Employee> reports = new ArrayList<>();

    @ManyToMany
    Set<Territory> territories = new HashSet<>();

    protected Employee() {}

    public Employee(String name, String title, LocalDate hired) {
        this.name = name;
        this.title = title;
        this.hired = hired;
    }
}
