package base;

import jakarta.persistence.Column;

public interface Labelled<L> {
    @Column(name = "label_text", length = 40)
    L label();
}
