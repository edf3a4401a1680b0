package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.ListParameter;
import dev.azoth.sql.Listed;
import dev.azoth.sql.ListedValues;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.SqlOutput;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the text of one statement as it is written, and notes where values go. */
public final class SqlWriter implements SqlOutput {
    /** Stands for a sensitive value; no database takes it. */
    private static final String HIDDEN = "***";
    /** Stands for what is selected while its type says what is around it. */
    private static final String EXPRESSION = "\0";

    private final SqlLanguage language;
    private final @Nullable StatementWalk walk;
    private final StringBuilder text = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();
    private final List<String> emptyLists = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<ParameterSlot> slots = new ArrayList<>();
    private final StatementScope scope;
    private final boolean read;
    private boolean qualified = true;

    private SqlWriter(SqlLanguage language, @Nullable StatementWalk walk, StatementScope scope, boolean read) {
        this.language = language;
        this.walk = walk;
        this.scope = scope;
        this.read = read;
    }

    /** A writer for a statement whose values are bound. */
    static SqlWriter binding(SqlLanguage language, StatementWalk walk) {
        return new SqlWriter(language, walk, new StatementScope(walk::mentions), false);
    }

    /** A writer for a statement that is read and not run: values are in the text, but for sensitive ones, and names for parameters. */
    static SqlWriter reading(SqlLanguage language) {
        return new SqlWriter(language, null, new StatementScope(name -> false), true);
    }

    /** A writer for DDL, which writes values into the text. */
    public static SqlWriter literal(SqlLanguage language) {
        SqlWriter out = new SqlWriter(language, null, new StatementScope(name -> false), false);
        out.qualified = false;
        return out;
    }

    /** An empty writer for a part of the same statement, to be {@linkplain #append appended}. */
    SqlWriter part() {
        return new SqlWriter(language, walk, scope, read);
    }

    SqlWriter append(SqlWriter part) {
        for (int i = 0; i < part.pieces.size(); i++) {
            text.append(part.pieces.get(i));
            breakPiece(part.emptyLists.get(i), part.places.get(i));
        }
        text.append(part.text);
        slots.addAll(part.slots);
        return this;
    }

    private void breakPiece(String empty, String place) {
        pieces.add(text.toString());
        text.setLength(0);
        emptyLists.add(empty);
        places.add(place);
    }

    /** Runs with columns written with or without their table. */
    public void qualifying(boolean with, Runnable write) {
        boolean before = qualified;
        qualified = with;
        write.run();
        qualified = before;
    }

    boolean isQualified() {
        return qualified;
    }

    /** Whether what a statement returns is being written. */
    public boolean isReturning() {
        return scope.isReturning();
    }

    /** What the parts of the statement have in common. */
    StatementScope scope() {
        return scope;
    }

    @Override
    public ServerInfo server() {
        return language.server();
    }

    /** The schema to say with a table's name. */
    public Optional<String> schema(NamedTable table) {
        return language.schemas().of(table);
    }

    /** The language that is written. */
    public SqlLanguage language() {
        return language;
    }

    @Override
    public SqlWriter sql(String part) {
        text.append(part);
        return this;
    }

    @Override
    public SqlWriter identifier(String name) {
        text.append(language.identifiers().write(name));
        return this;
    }

    /** Writes a name that only this statement knows, such as a label: shortened, where it is too long for the database. */
    public SqlWriter local(String name) {
        text.append(language.identifiers().local(name));
        return this;
    }

    @Override
    public SqlWriter operand(Expression<?> expression) {
        language.statements().operand(expression, Precedence.ATOM, this);
        return this;
    }

    @Override
    public SqlWriter argument(Expression<?> expression) {
        language.statements().expression(expression, this);
        return this;
    }

    /** Writes what the program reads: with what its type wants around it. */
    void reading(Expression<?> expression, Runnable write) {
        String around = codec(expression.type()).selected(EXPRESSION);
        int place = around.indexOf(EXPRESSION);
        if (place < 0) {
            throw new IllegalStateException(
                    "the type " + expression.type().name() + " selects something else: " + around);
        }
        sql(around.substring(0, place));
        write.run();
        sql(around.substring(place + EXPRESSION.length()));
    }

    /** Writes an operand; with a cast if it is a bound value, for servers that cannot tell its type where it stands. */
    public SqlWriter typed(Expression<?> expression) {
        if (expression instanceof Bind<?> || expression instanceof Parameter<?>) {
            return sql("CAST(")
                    .argument(expression)
                    .sql(" AS " + codec(expression.type()).castDeclaration() + ")");
        }
        return operand(expression);
    }

    /** Writes several arguments with commas between them. */
    public SqlWriter arguments(List<? extends Expression<?>> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            argument(expressions.get(i));
            sql(i + 1 < expressions.size() ? ", " : "");
        }
        return this;
    }

    /** Writes the elements of an ORDER BY, with commas between them. */
    public SqlWriter orderings(List<Ordering> orderings) {
        language.statements().orderings(orderings, this);
        return this;
    }

    /** Writes a function's call under a name: with DISTINCT, FILTER, the window, and whatever else it says. */
    public SqlWriter call(String name, FunctionCall<?> call) {
        language.statements().call(name, call, this);
        return this;
    }

    /** Ends a call of a function that was written in a way of its own, with FILTER and the window behind it. */
    public SqlWriter tail(String end, FunctionCall<?> call) {
        language.statements().tail(call.aggregation(), sql(end));
        return this;
    }

    /**
     * Writes an aggregate's call whose arguments end with a clause of its own, behind the order: {@code group_concat(x ORDER BY y SEPARATOR ';')}.
     */
    public SqlWriter call(String name, FunctionCall<?> call, String clause) {
        language.statements().call(name, call, clause, this);
        return this;
    }

    @Override
    public <T> TypeCodec<T> codec(SqlType<T> type) {
        return language.codecs().codec(type);
    }

    @Override
    public CompileException unsupported(String construct) {
        return new CompileException(server().product() + " has no " + construct);
    }

    /** The place of a value. */
    <T> SqlWriter bind(Bind<T> bind) {
        return bind(bind, codec(bind.type()));
    }

    /**
     * The place of a list of values that is sent as the text of a JSON array, for databases without arrays.
     *
     * @throws CompileException if it is not a value or a parameter, or has elements that JSON does not have as they are
     */
    @SuppressWarnings("unchecked") // JsonLists takes lists only
    public SqlWriter jsonList(Expression<?> list) {
        if (list instanceof Bind<?> bind && JsonLists.has(bind.type())) {
            return bind((Bind<List<Object>>) bind, JsonLists.codec(codec(Types.TEXT)));
        }
        throw unsupported("unnest of anything but a list of values, which are texts, numbers or booleans");
    }

    /** The place of a value that a codec of its own sends. */
    <T> SqlWriter bind(Bind<T> bind, TypeCodec<T> codec) {
        if (walk == null || isLiteral(bind)) {
            boolean typed = walk != null && !read && bind.value() == null;
            return sql(
                    typed
                            ? "CAST(NULL AS " + codec.castDeclaration() + ")"
                            : written(bind.value(), codec, bind.type()));
        }
        slots.add(new ParameterSlot.Value(walk.number(bind), codec, bind.type().isSensitive()));
        return sql(codec.placeholder());
    }

    /**
     * A value as a bare question mark, whatever its type's place would be: where a database's grammar takes nothing else, as some do behind
     * LIMIT.
     */
    public SqlWriter bare(Expression<?> value) {
        if (value instanceof Bind<?> bind && walk != null && !isLiteral(bind)) {
            sql("?").placed(bind);
            return this;
        }
        return argument(value);
    }

    /** A value whose place is in the text already. */
    void placed(Bind<?> bind) {
        slots.add(new ParameterSlot.Value(
                Objects.requireNonNull(walk).number(bind),
                codec(bind.type()),
                bind.type().isSensitive()));
    }

    private <T> String written(@Nullable T value, TypeCodec<T> codec, SqlType<?> type) {
        if (read && type.isSensitive()) {
            return HIDDEN;
        }
        return value == null ? "NULL" : codec.literal(value);
    }

    /** The place of a value that is given by name. */
    SqlWriter parameter(Parameter<?> parameter) {
        if (read) {
            return sql(":").identifier(parameter.parameterName());
        }
        TypeCodec<?> codec = codec(parameter.type());
        slots.add(new ParameterSlot.Named(
                parameter.parameterName(),
                parameter.type().javaType(),
                codec,
                parameter.type().isSensitive()));
        return sql(codec.placeholder());
    }

    /** The place of all rows' values of a column, as an array. */
    public SqlWriter arrayParameter(String name, SqlType<?> type) {
        TypeCodec<?> codec = codec(type);
        slots.add(new ParameterSlot.NamedArray(name, type.javaType(), codec, type.isSensitive()));
        return sql(codec.arrayPlaceholder());
    }

    /** The places of a list's values; {@code empty} stands there when it has none. */
    <T> SqlWriter expanding(Listed<T> list, String empty) {
        TypeCodec<T> codec = codec(list.type());
        if (walk == null || isLiteral(list)) {
            return sql(literals(list, codec, empty));
        }
        slots.add(new ParameterSlot.Expanding(
                walk.number(list), codec, list.type().isSensitive()));
        breakPiece(empty, codec.placeholder());
        return this;
    }

    private <T> String literals(Listed<T> list, TypeCodec<T> codec, String empty) {
        if (list instanceof ListedValues<T> known) {
            return known.values().isEmpty()
                    ? empty
                    : known.values().stream()
                            .map(value -> written(value, codec, list.type()))
                            .collect(Collectors.joining(", "));
        }
        String name = ((ListParameter<T>) list).parameterName();
        if (!read) {
            throw unsupported("value for the list parameter " + name + ", where all values stand in the text");
        }
        return ":" + language.identifiers().write(name);
    }

    /** The place of a list's values as one array. */
    public SqlWriter array(Listed<?> list) {
        TypeCodec<?> codec = codec(list.type());
        if (walk == null) {
            throw new IllegalStateException("in text for people, a list is written by its values");
        }
        slots.add(new ParameterSlot.Array(walk.number(list), codec, list.type().isSensitive()));
        return sql(codec.arrayPlaceholder());
    }

    /** Whether a value or a list is written into the text: all of them in DDL, in a query those that it groups by. */
    public boolean isLiteral(Node value) {
        return walk == null || scope.isWritten(value);
    }

    /** The text so far, when it has no lists. */
    public String text() {
        return text.toString();
    }

    SqlText finish() {
        List<String> all = new ArrayList<>(pieces);
        all.add(text.toString());
        return SqlText.of(all, emptyLists, places);
    }

    List<ParameterSlot> slots() {
        return slots;
    }
}
