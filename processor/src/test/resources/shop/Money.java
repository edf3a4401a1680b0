package shop;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Embeddable
public record Money(@Column(precision = 12, scale = 2) BigDecimal amount, String currency) {}
