package dev.azoth.manual;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.sql.Query;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

@EveryDatabase
class CachingTest {
    private static final EntityPath<Quote> QUOTE = Entities.path(Quote.class);
    private static final EntityPath<Currency> CURRENCY = Entities.path(Currency.class);

    // tag::caching-listener
    /** Currencies are read by all sessions and hardly ever change: each is read once, until somebody changes one. */
    static final class Currencies implements SessionListener {
        private final Map<Object, Currency> known = new ConcurrentHashMap<>();
        private final Set<Session> changing =
                Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

        @Override
        public <E> Optional<E> finding(Session session, Class<E> entity, List<Object> key) {
            return entity == Currency.class && !changing.contains(session)
                    ? Optional.ofNullable(known.get(key.get(0))).map(entity::cast)
                    : Optional.empty();
        }

        @Override
        public void loaded(Session session, Object entity) {
            if (entity instanceof Currency currency && !changing.contains(session)) {
                known.put(
                        currency.code, currency.copy()); // the object itself is the session's, and may be changed there
            }
        }

        @Override
        public void flushed(Session session, List<PendingChange> changes) {
            if (changes.stream().anyMatch(each -> each.entity() instanceof Currency)) {
                changing.add(session);
            }
        }

        @Override
        public <T> Statement<T> executing(Session session, Statement<T> statement) {
            if (!(statement instanceof Query<?>)) {
                changing.add(session); // it may be one that changes currencies
            }
            return statement;
        }

        @Override
        public void committed(Session session) {
            if (changing.remove(session)) {
                known.clear();
            }
        }

        @Override
        public void rolledBack(Session session) {
            changing.remove(session);
        }
    }
    // end::caching-listener

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Currency.class, Quote.class));
        SessionFactory.create(database.engine()).begin(session -> {
            Currency euro = new Currency("EUR", "euro");
            session.addAll(euro, new Quote(1, euro), new Quote(2, euro));
        });
    }

    @Test
    void whatHardlyEverChangesIsReadOnce(Database database) {
        Currencies currencies = new Currencies();
        // tag::caching-register
        SessionFactory sessions = SessionFactory.create(database.engine(), options -> options.listener(currencies));
        // end::caching-register
        assertThat(name(sessions, "EUR")).isEqualTo("euro");
        assertThat(database.statements()
                        .during(() -> assertThat(name(sessions, "EUR")).isEqualTo("euro")))
                .isEmpty();
        sessions.begin(session -> {
            List<Quote> quotes = session.execute(select(QUOTE)).all();
            assertThat(database.statements()
                            .during(() -> assertThat(quotes)
                                    .allMatch(each -> "euro".equals(each.currency.orElseThrow().name))))
                    .isEmpty();
        });
        sessions.begin(session -> session.getOne(Currency.class, "EUR").name = "Euro");
        assertThat(name(sessions, "EUR")).isEqualTo("Euro");
        sessions.begin(session -> session.execute(update(CURRENCY).set(CURRENCY.column("name", String.class), "€")));
        assertThat(name(sessions, "EUR")).isEqualTo("€");
        try (Session session = sessions.open()) {
            session.getOne(Currency.class, "EUR").name = "never";
            session.flush();
            assertThat(name(sessions, "EUR")).isEqualTo("€");
        }
        assertThat(name(sessions, "EUR")).isEqualTo("€");
    }

    private static String name(SessionFactory sessions, String code) {
        return sessions.transaction(session -> session.getOne(Currency.class, code).name);
    }
}
