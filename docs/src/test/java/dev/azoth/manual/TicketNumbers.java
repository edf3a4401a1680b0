package dev.azoth.manual;

import dev.azoth.orm.annotation.ValueGenerator;
import dev.azoth.orm.annotation.ValueRequest;
import java.util.concurrent.atomic.AtomicInteger;

// tag::ticket-numbers
final class TicketNumbers implements ValueGenerator<TicketNumber> {
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public Object next(TicketNumber annotation, ValueRequest request) {
        return annotation.prefix() + last.incrementAndGet();
    }
}
// end::ticket-numbers
