package dev.azoth.engine;

import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes statements to the log. */
final class EchoListener implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.azoth.sql");

    private final Echo echo;

    private EchoListener(Echo echo) {
        this.echo = echo;
    }

    /** A listener, if anything would be logged: whether the log wants it is asked once, when the engine is made. */
    static Optional<EngineListener> of(Echo echo) {
        Echo wanted = echo != Echo.OFF
                ? echo
                : LOG.isTraceEnabled() ? Echo.PARAMETERS : LOG.isDebugEnabled() ? Echo.STATEMENTS : Echo.OFF;
        return wanted == Echo.OFF ? Optional.empty() : Optional.of(new EchoListener(wanted));
    }

    @Override
    public void statement(StatementEvent event) {
        String parameters = echo == Echo.PARAMETERS ? event.parameters() : "";
        LOG.info(
                "{}{}{}  [{}, {} ms{}{}]",
                event.label().map(label -> "[" + label + "] ").orElse(""),
                event.sql(),
                parameters.isEmpty() ? "" : "  " + parameters,
                event.cached() ? "cached" : "generated",
                String.format(Locale.ROOT, "%.2f", event.nanoseconds() / 1e6),
                event.rows() > 1 ? ", " + event.rows() + " rows" : "",
                event.failure().isPresent() ? ", failed" : "");
    }

    @Override
    public void transaction(TransactionEvent event) {
        LOG.info("{}", event);
    }
}
