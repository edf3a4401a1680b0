package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.orm.RepeatedLoads.Reaction;
import dev.azoth.orm.StatementBudget;
import dev.azoth.orm.loading.CallSite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what a session sends over its connections, and says so when it is more than its budget. */
final class SpentStatements implements EngineListener {
    static final String MESSAGE = """
            This session has spent its budget of statements (%d), and here comes another.
              sent     %s
              next     %s
              at       %s
              instead  load what belongs together with one query, by selectinload or in(…), and change many rows by one statement
              or       allow more than %d; see docs/orm/loading.md#budget""";

    private static final Logger LOG = LoggerFactory.getLogger(StatementBudget.class);
    private static final int SHOWN = 5;

    private final StatementBudget budget;
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private int count;
    private boolean free;
    private boolean announced;

    SpentStatements(StatementBudget budget) {
        this.budget = budget;
    }

    boolean isCounting() {
        return budget.reaction() != Reaction.NONE;
    }

    /** Sends something that the program did not ask for by itself, and that must not be refused: savepoints. */
    void free(Runnable work) {
        boolean before = free;
        free = true;
        try {
            work.run();
        } finally {
            free = before;
        }
    }

    @Override
    public String sending(String sql) {
        announced = true;
        spend(sql);
        return sql;
    }

    /** What is sent by other means than as text, such as COPY, is told afterwards only. */
    @Override
    public void statement(StatementEvent event) {
        if (!announced) {
            spend(event.sql());
        }
        announced = false;
    }

    private void spend(String sql) {
        if (free) {
            return;
        }
        if (count < budget.limit()) {
            count++;
            sent.merge(sql, 1, Integer::sum);
            return;
        }
        if (budget.reaction() == Reaction.FAIL) {
            announced = false;
            throw new InvalidRequestException(message(sql));
        }
        if (count == budget.limit()) {
            count++;
            LOG.warn(message(sql));
        }
    }

    /** Those that were sent most often, first. */
    private String message(String next) {
        String most = sent.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .map(each -> each.getValue() + " x " + each.getKey())
                .collect(Collectors.joining("\n           "));
        return MESSAGE.formatted(budget.limit(), most, next, CallSite.here(), budget.limit());
    }
}
