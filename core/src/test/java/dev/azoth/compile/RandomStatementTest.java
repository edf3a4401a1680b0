package dev.azoth.compile;

import static dev.azoth.sql.Sql.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import dev.azoth.sql.Bind;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.ListParameter;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Traversal;
import dev.azoth.type.Json;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many statements by chance, always the same: those with equal keys must be written alike. */
class RandomStatementTest {
    private static final int STATEMENTS = 12_000;

    /** A statement as written: its text for two lengths of its lists, what is bound where, and how its rows are read. */
    private record Written(String sql, String longer, List<String> slots, List<String> columns, Object reading) {}

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2", "duckdb"})
    void equalKeysAreEqualStatements(String dialectName) {
        Dialect dialect = Dialects.named(dialectName);
        SqlLanguage language = dialect.language(dialect.assumedServer());
        Random random = new Random(20_240_607);
        Map<StatementKey, Written> known = new HashMap<>();
        int met = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            Statement<?> statement = new RandomStatements(random).statement();
            StatementKey key = StatementWalk.of(statement).key();
            Written written = written(statement, language);

            Written before = known.putIfAbsent(key, written);
            if (before != null) {
                met++;
                assertThat(written).as("%s", key).isEqualTo(before);
            }
        }
        assertThat(met).as("pairs with equal keys").isGreaterThan(STATEMENTS / 50);
        assertThat(known).as("different structures").hasSizeGreaterThan(STATEMENTS / 10);
    }

    /** Whatever can be in a statement is made anew when a part of it changes, and nothing when none does. */
    @Test
    void aStatementOfEqualValuesInOtherPlacesIsEqual() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < STATEMENTS / 4; i++) {
            Statement<?> statement = new RandomStatements(random).statement();
            StatementWalk walk = StatementWalk.of(statement);
            IdentityHashMap<Bind<?>, Bind<?>> others = new IdentityHashMap<>();
            Statement<?> rewritten = Rewriter.rewrite(
                    statement,
                    node -> node instanceof Bind<?> bind
                            ? others.computeIfAbsent(bind, RandomStatementTest::equalTo)
                            : null);

            assertThat(Rewriter.rewrite(statement, node -> null)).isSameAs(statement);
            assertThat(rewritten == statement).isEqualTo(others.isEmpty());
            assertThat(StatementWalk.of(rewritten).key()).isEqualTo(walk.key());
            assertThat(StatementWalk.of(rewritten).values()).isEqualTo(walk.values());
        }
    }

    /** Made twice by the same code, each for itself, a statement is one to the cache; and so it is with other values, unless they stand in the text. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2", "duckdb"})
    void twinsAreOneStatement(String dialectName) {
        Dialect dialect = Dialects.named(dialectName);
        SqlLanguage language = dialect.language(dialect.assumedServer());
        int others = 0;
        for (int seed = 0; seed < STATEMENTS / 4; seed++) {
            Statement<?> one = new RandomStatements(new Random(seed)).statement();
            Statement<?> twin = new RandomStatements(new Random(seed)).statement();
            StatementKey key = StatementWalk.of(one).key();
            assertThat(StatementWalk.of(twin).key()).isEqualTo(key).hasSameHashCodeAs(key);
            assertThat(StatementWalk.of(twin).values())
                    .usingRecursiveComparison()
                    .isEqualTo(StatementWalk.of(one).values());
            assertThat(written(twin, language)).isEqualTo(written(one, language));

            Statement<?> other = withOtherValues(twin);
            if (other != twin && !writesValues(twin)) {
                others++;
                assertThat(StatementWalk.of(other).key()).isEqualTo(key).hasSameHashCodeAs(key);
                assertThat(StatementWalk.of(other).values())
                        .isNotEqualTo(StatementWalk.of(one).values());
                assertThat(written(other, language)).isEqualTo(written(one, language));
            }
        }
        assertThat(others).as("statements with other values").isGreaterThan(STATEMENTS / 10);
    }

    /** Every text that is bound is another one; a path's is what its steps are, and they are structure. */
    private static Statement<?> withOtherValues(Statement<?> statement) {
        IdentityHashMap<Bind<?>, Node> others = new IdentityHashMap<>();
        return Rewriter.rewrite(
                statement,
                node -> node instanceof Bind<?> bind && bind.value() instanceof String text
                        ? others.computeIfAbsent(bind, before -> other(bind, text))
                        : node instanceof JsonPath ? node : null);
    }

    @SuppressWarnings("unchecked") // the value was a text
    private static Node other(Bind<?> bind, String text) {
        return new Bind<>(((Bind<String>) bind).type(), text + "'?");
    }

    private static boolean writesValues(Statement<?> statement) {
        boolean[] found = new boolean[1];
        Traversal.walk(statement, node -> {
            found[0] |=
                    node instanceof Select<?> select && !select.writtenValues().isEmpty();
            return true;
        });
        return found[0];
    }

    private static <T> Bind<T> equalTo(Bind<T> bind) {
        return new Bind<>(bind.type(), bind.value());
    }

    private static Written written(Statement<?> statement, SqlLanguage language) {
        StatementWalk walk = StatementWalk.of(statement);
        CompiledStatement compiled;
        try {
            compiled = language.statements().compile(statement, walk, language);
        } catch (CompileException e) {
            return new Written("refused: " + e.getMessage(), "", List.of(), List.of(), "");
        }
        Object[] values = walk.values();
        for (int i = 0; i < values.length; i++) {
            boolean list = values[i] instanceof List<?> || values[i] instanceof ListParameter<?>;
            values[i] = list ? List.of(1, 2, 3) : values[i];
        }
        return new Written(
                compiled.sql(),
                compiled.sql(values),
                compiled.slots().stream().map(RandomStatementTest::slot).toList(),
                compiled.columns().stream()
                        .map(column -> column.name() + " " + column.codec().declaration())
                        .toList(),
                List.of(compiled.projection(), compiled.outcome()));
    }

    /** A slot without its codec, which has no equality. */
    private static String slot(ParameterSlot slot) {
        String kind = slot.getClass().getSimpleName()
                + (slot.sensitive() ? " sensitive " : " ")
                + slot.codec().declaration();
        if (slot instanceof ParameterSlot.Value one) {
            return kind + one.number();
        } else if (slot instanceof ParameterSlot.Expanding list) {
            return kind + list.number();
        } else if (slot instanceof ParameterSlot.Array list) {
            return kind + list.number();
        }
        return kind;
    }

    /** A bug: JSON texts that are equal but not the same were one literal. */
    @Test
    void aLiteralIsItsTextAndNotItsValue() {
        assertThat(StatementWalk.of(literal(Json.parse("[1,2]"))).key())
                .isEqualTo(StatementWalk.of(literal(Json.parse("[1,2]"))).key())
                .isNotEqualTo(StatementWalk.of(literal(Json.parse("[1.0, 2]"))).key());
    }

    /** A node that the makers do not know is not looked after by the other tests. */
    @Test
    void everyNodeIsMade() {
        NodesSeen seen = new NodesSeen();
        Random random = new Random(1);
        for (int i = 0; i < STATEMENTS; i++) {
            seen.node(new RandomStatements(random).statement());
        }
        Set<String> missing = new TreeSet<>();
        List<? extends Class<?>> nodes = NodesSeen.concrete(Node.class);
        for (Class<?> node : nodes) {
            if (!seen.has(node)) {
                missing.add(node.getName());
            }
        }
        assertThat(nodes).hasSizeGreaterThan(60);
        assertThat(missing).as("nodes that RandomStatements never makes").isEmpty();
    }
}
