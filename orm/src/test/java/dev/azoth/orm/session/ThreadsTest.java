package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Result;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.Query;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers the complaint that sessions which two threads use break long after, and elsewhere: each use is refused, with both stacks. */
@EveryDatabase
class ThreadsTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    /** What any thread may ask, and what does nothing by itself. */
    private static final Set<String> FREE = Set.of("isOpen", "lookup");

    private final SessionFactory sessions;

    ThreadsTest(Database database) {
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    /** Does something while another thread is inside the session. */
    private static void besides(Session session, Runnable work) {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> session.noAutoflush(() -> {
            inside.countDown();
            await(done);
            return true;
        }));
        await(inside);
        try {
            work.run();
        } finally {
            done.countDown();
            other.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String what, ThrowingCallable use) {
        assertThatThrownBy(use)
                .as(what)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a session is for one thread at a time")
                .cause()
                .satisfies(cause -> assertThat(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ThreadGuard.class.getName())));
    }

    @Test
    void everyMethodIsRefusedWhileAnotherThreadIsInside() {
        try (Session session = sessions.open()) {
            List<Method> methods = Arrays.stream(Session.class.getMethods())
                    .filter(each -> each.getDeclaringClass() != Object.class)
                    .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
                    .filter(each -> !FREE.contains(each.getName()))
                    .toList();
            assertThat(methods).hasSizeGreaterThan(30);
            besides(
                    session,
                    () -> methods.forEach(each -> assertRefused(each.toString(), () -> called(session, each))));
            session.flush();
        }
    }

    private static void called(Session session, Method method) throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ThreadsTest::argument)
                .toArray();
        try {
            method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object argument(Class<?> type) {
        if (type == Class.class) {
            return Team.class;
        } else if (type == Object[].class) {
            return new Object[] {1L};
        } else if (type == int.class) {
            return 1;
        } else if (type == EntityPath.class) {
            return TEAM;
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == SessionListener.class) {
            return new SessionListener() {};
        } else if (type == UnaryOperator.class) {
            return UnaryOperator.identity();
        } else if (type == Supplier.class) {
            return (Supplier<Object>) () -> true;
        } else if (type.isAssignableFrom(List.class) && type != Object.class) {
            return List.of();
        } else if (type == Query.class || type == Statement.class) {
            return select(TEAM);
        } else if (type == Object.class) {
            return new Team("an argument");
        }
        return type.isArray()
                ? Array.newInstance(type.getComponentType(), 0)
                : null; // what is refused before it is looked at
    }

    @Test
    void aLookupIsRefused() {
        try (Session session = sessions.open()) {
            besides(session, () -> {
                assertRefused("get", () -> session.lookup(TEAM).get(1L));
                assertRefused("getOne", () -> session.lookup(TEAM).getOne(1L));
                assertRefused("getMultiple", () -> session.lookup(TEAM).getMultiple(List.of(1L)));
                assertRefused("getBy", () -> session.lookup(TEAM).getBy(TEAM.column("name", String.class), "x"));
            });
        }
    }

    @Test
    void readingAResultIsRefused() {
        sessions.begin(session -> session.addAll(new Team("read one"), new Team("read two")));
        try (Session session = sessions.open()) {
            Result<String> names = session.execute(select(TEAM.column("name", String.class)));
            Iterator<String> streamed =
                    session.stream(select(TEAM.column("name", String.class)), 1).iterator();
            Iterator<List<Team>> partitions =
                    session.partitions(select(TEAM), 1).iterator();
            besides(session, () -> {
                assertRefused("a result", names::all);
                assertRefused("a stream", streamed::next);
                assertRefused("a partition", partitions::next);
            });
        }
    }

    @Test
    void loadingWhatIsLazyIsRefused() {
        Team saved = new Team("lazy", new Member("m"));
        Document document = new Document("lazy");
        sessions.begin(session -> session.addAll(saved, document));
        try (Session session = sessions.open()) {
            Team team = session.getOne(Team.class, saved.id);
            Document own = session.getOne(Document.class, document.id);
            besides(session, () -> {
                assertRefused("a collection", team.members::size);
                assertRefused("a lazy column", own.body::get);
            });
            assertThat(team.members).hasSize(1);
        }
    }

    @Test
    void whileSomethingLazyIsLoadedNobodyElseGetsIn() {
        Team saved = new Team("loading", new Member("m"));
        sessions.begin(session -> session.add(saved));
        try (Session session = sessions.open()) {
            Team team = session.getOne(Team.class, saved.id);
            List<Throwable> refused = new ArrayList<>();
            session.listen(new SessionListener() {
                @Override
                public void loaded(Session in, Object entity) {
                    if (entity instanceof Member) {
                        CompletableFuture.runAsync(in::flush)
                                .exceptionally(failure -> {
                                    refused.add(failure.getCause());
                                    return null;
                                })
                                .join();
                    }
                }
            });
            assertThat(team.members).hasSize(1);
            assertThat(refused)
                    .singleElement()
                    .satisfies(each -> assertThat(each).hasMessageContaining("a session is for one thread at a time"));
        }
    }
}
