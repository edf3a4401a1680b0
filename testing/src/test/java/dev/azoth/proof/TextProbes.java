package dev.azoth.proof;

import static dev.azoth.sql.Sql.concatWs;
import static dev.azoth.sql.Sql.condition;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.function;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.overlay;
import static dev.azoth.sql.Sql.position;
import static dev.azoth.sql.Sql.prefixed;
import static dev.azoth.sql.Sql.replace;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.splitPart;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.tableFunction;
import static dev.azoth.sql.Sql.translate;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.SchemaTarget;
import dev.azoth.schema.Table;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.SqlPiece;
import dev.azoth.sql.Structure;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.TableHint;
import dev.azoth.type.EnumType;
import dev.azoth.type.Json;
import dev.azoth.type.NamedType;
import dev.azoth.type.NativeEnumType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is done with a hostile text through each method that takes one. */
final class TextProbes {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
    static final Column<String> body = Column.of("body", TEXT);
    static final Table note = Table.of(METADATA, "note", id, body);

    private TextProbes() {}

    /** An expression that no server can write. */
    private record Refused(String text) implements CustomExpression<String> {
        @Override
        public SqlType<String> type() {
            return TEXT;
        }

        @Override
        public void render(SqlOutput out) {
            throw out.unsupported(text);
        }

        @Override
        public void describe(Structure out) {
            out.value(text);
        }
    }

    private static Row row(Connection connection) {
        return connection.execute(select(id, body)).one();
    }

    /** What {@link TextParameterTest#tablesMayHaveAnyName} calls. */
    static Set<String> tables() {
        return Set.of(
                "Check.new(String,Condition)",
                "Column.comment(String)",
                "Column.of(String,SqlType)",
                "EnumType.labelled(Class,Function)",
                "EnumType.new(Class,List)",
                "Index.new(String,Table,List,boolean)",
                "Index.new(String,Table,List,boolean,Optional)",
                "Sequence.new(Optional,String,long,long)",
                "Sequence.of(String)",
                "Table.check(String,Expression)",
                "Table.comment(String)",
                "Table.fulltextIndex(String,String,List)",
                "Table.foreignKey(String,List,Supplier,Action)",
                "Table.foreignKey(String,List,Supplier,Action,Action)",
                "Table.index(String,List,boolean)",
                "Table.of(MetaData,String,Column[])",
                "Table.reflected(MetaData,String,String)",
                "Table.unique(String,List)",
                "Types.choice(String[])",
                "Types.enumeration(Class,Function)",
                "UniqueKey.new(String,List)");
    }

    /** Values: whatever they are, the SQL is the same. */
    static Map<String, Function<String, Expression<?>>> values() {
        Map<String, Function<String, Expression<?>>> probes = new HashMap<>();
        Expression<Json> data = value(Json.parse("{}"), Types.JSON);
        probes.put("TextOperations.concat(String)", body::concat);
        probes.put("TextOperations.contains(String)", body::contains);
        probes.put("TextOperations.icontains(String)", body::icontains);
        probes.put("TextOperations.startsWith(String)", body::startsWith);
        probes.put("TextOperations.istartsWith(String)", body::istartsWith);
        probes.put("TextOperations.endsWith(String)", body::endsWith);
        probes.put("TextOperations.iendsWith(String)", body::iendsWith);
        probes.put("TextOperations.like(String)", body::like);
        probes.put("TextOperations.notLike(String)", body::notLike);
        probes.put("TextOperations.ilike(String)", body::ilike);
        probes.put("TextOperations.notIlike(String)", body::notIlike);
        probes.put("TextOperations.like(String,char)", text -> body.like(text, '~'));
        probes.put("TextOperations.ilike(String,char)", text -> body.ilike(text, '~'));
        probes.put("TextOperations.regexpMatch(String)", body::regexpMatch);
        probes.put("TextOperations.iregexpMatch(String)", body::iregexpMatch);
        probes.put("TextOperations.regexpSubstring(String)", body::regexpSubstring);
        probes.put("TextOperations.regexpReplace(String,String)", text -> body.regexpReplace(text, text));
        probes.put("SqlStrings.concatWs(String,Expression[])", text -> concatWs(text, body, body));
        probes.put("SqlStrings.overlay(Expression,String,int,int)", text -> overlay(body, text, 1, 1));
        probes.put("SqlStrings.position(String,Expression)", text -> position(text, body));
        probes.put("SqlStrings.replace(Expression,String,String)", text -> replace(body, text, text));
        probes.put("SqlStrings.splitPart(Expression,String,int)", text -> splitPart(body, text, 1));
        probes.put("SqlStrings.translate(Expression,String,String)", text -> translate(body, text, text));
        probes.put("JsonPath.get(String)", text -> json(data).get(text).asText());
        probes.put("JsonPath.hasKey(String)", text -> json(data).hasKey(text));
        probes.put("JsonPath.hasAny(String[])", text -> json(data).hasAny(text, "a"));
        probes.put("JsonPath.hasAll(String[])", text -> json(data).hasAll(text, "a"));
        probes.put("JsonPath.pathExists(String)", text -> json(data).pathExists(text));
        probes.put("Fulltext.match(String)", text -> fulltext(body).match(text).matches());
        probes.put(
                "Fulltext.match(String,FulltextMode)",
                text -> fulltext(body).match(text, FulltextMode.WEB).matches());
        probes.put(
                "Fulltext.phrase(String)", text -> fulltext(body).phrase(text).matches());
        probes.put("Fulltext.web(String)", text -> fulltext(body).web(text).matches());
        probes.putAll(TextSearches.values());
        probes.put(
                "TextExpression.bind(String,Object)",
                text -> expression("body || :a", TEXT).bind("a", text));
        probes.put(
                "TextCondition.bind(String,Object)",
                text -> condition("body = :a").bind("a", text));
        probes.put(
                "TextExpression.bindList(String,SqlType,Collection)",
                text -> expression("body IN (:a)", Types.BOOLEAN).bindList("a", TEXT, List.of(text)));
        probes.put(
                "TextCondition.bindList(String,SqlType,Collection)",
                text -> condition("body IN (:a)").bindList("a", TEXT, List.of(text)));
        return probes;
    }

    /** Names, and texts that are written into the SQL: they stand there as one. */
    static Map<String, Function<String, Query<?>>> written() {
        Map<String, Function<String, Query<?>>> probes = new HashMap<>();
        Query<String> query = select(body).from(note);
        probes.put("Expression.as(String)", text -> select(body.as(text)).orderBy(body.as(text)));
        probes.put("NamedTable.as(String)", text -> Sql.select(note.as(text)));
        probes.put(
                "NamedFrom.as(String)", text -> Sql.select(query.subquery("q").as(text)));
        probes.put("Query.subquery(String)", text -> Sql.select(query.subquery(text)));
        probes.put("Query.cte(String)", text -> Sql.select(query.cte(text)));
        probes.put("Query.lateral(String)", text -> Sql.select(query.lateral(text)));
        probes.put(
                "CommonTableExpression.recursive(String,Query,Function)",
                text -> Sql.select(CommonTableExpression.recursive(text, query, table -> onward(table))));
        probes.put(
                "CommonTableExpression.recursiveDistinct(String,Query,Function)",
                text -> Sql.select(CommonTableExpression.recursiveDistinct(text, query, table -> onward(table))));
        probes.put(
                "SqlSelectables.values(String,ColumnReference[])",
                text -> Sql.select(Sql.values(text, id).row(1)));
        probes.put(
                "TableFunction.named(String)",
                text -> Sql.select(Sql.generateSeries(value(1), value(1)).named(text)));
        probes.put("SqlAggregates.stringAgg(Expression,String)", text -> select(stringAgg(body, text)));
        probes.put("SqlConditions.parameter(String,SqlType)", text -> query);
        probes.put("SqlConditions.listParameter(String,SqlType)", text -> query);
        probes.putAll(TextNames.given());
        return probes;
    }

    private static Query<?> onward(CommonTableExpression table) {
        return select(table.get("body", String.class)).from(table).where(Sql.falseCondition());
    }

    /** Pieces of SQL that cannot be bound: what is none is refused. */
    static Map<String, Consumer<String>> refused() {
        Map<String, Consumer<String>> probes = new HashMap<>();
        probes.put("SqlNumbers.function(String,SqlType,Expression[])", text -> function(text, TEXT, body));
        probes.put(
                "FunctionCall.new(String,List,Aggregation,SqlType)",
                text -> new FunctionCall<>(text, List.of(), Aggregation.NONE, TEXT));
        probes.put("SqlSelectables.tableFunction(String,Expression[])", text -> tableFunction(text, body));
        probes.put("Operator.custom(String)", Operator::custom);
        probes.put("Operator.custom(String,int)", text -> Operator.custom(text, 50));
        probes.put("Expression.operator(String,Expression,SqlType)", text -> body.operator(text, body, TEXT));
        probes.put("Expression.is(String,Expression)", text -> body.is(text, body));
        probes.put("SqlOperators.prefixed(String,Expression,SqlType)", text -> prefixed(text, body, TEXT));
        probes.put("Operator.new(String,int,boolean)", text -> new Operator(text, 50, false));
        probes.put(
                "SqlPiece.new(Point,String,Set)",
                text -> new SqlPiece(SyntaxExtension.Point.AFTER_WHERE, text, Set.of("h2")));
        probes.put("TableHint.new(FromItem,String,Set)", text -> new TableHint(note, text, Set.of("h2")));
        pieces(probes);
        probes.put("NamedType.new(String)", NamedType::new);
        probes.put("Types.named(String)", Types::named);
        probes.put("Types.nativeEnum(Class,String)", text -> Types.nativeEnum(DayOfWeek.class, text));
        probes.put(
                "NativeEnumType.new(EnumType,String)",
                text -> new NativeEnumType<>(EnumType.labelled(DayOfWeek.class, Enum::name), text));
        return probes;
    }

    private static void pieces(Map<String, Consumer<String>> probes) {
        probes.put("Select.prefix(String,String[])", text -> select(body).prefix(text, "h2"));
        probes.put("Select.suffix(String,String[])", text -> select(body).suffix(text, "h2"));
        probes.put("Select.statementHint(String,String[])", text -> select(body).statementHint(text, "h2"));
        probes.put("Select.hint(Source,String,String[])", text -> select(body).hint(note, text, "h2"));
        probes.put("Insert.prefix(String,String[])", text -> Sql.insert(note).prefix(text, "h2"));
        probes.put("Insert.suffix(String,String[])", text -> Sql.insert(note).suffix(text, "h2"));
        probes.put(
                "Insert.statementHint(String,String[])",
                text -> Sql.insert(note).statementHint(text, "h2"));
        probes.put("Update.prefix(String,String[])", text -> Sql.update(note).prefix(text, "h2"));
        probes.put("Update.suffix(String,String[])", text -> Sql.update(note).suffix(text, "h2"));
        probes.put(
                "Update.statementHint(String,String[])",
                text -> Sql.update(note).statementHint(text, "h2"));
        probes.put("Delete.prefix(String,String[])", text -> Sql.delete(note).prefix(text, "h2"));
        probes.put("Delete.suffix(String,String[])", text -> Sql.delete(note).suffix(text, "h2"));
        probes.put(
                "Delete.statementHint(String,String[])",
                text -> Sql.delete(note).statementHint(text, "h2"));
    }

    /** Questions to the database about what has this name. */
    static Map<String, BiConsumer<Connection, String>> asked() {
        Map<String, BiConsumer<Connection, String>> probes = new HashMap<>();
        probes.put(
                "Inspector.hasTable(String)",
                (connection, text) -> connection.inspect().hasTable(text));
        probes.put(
                "Inspector.tables(String)",
                (connection, text) -> connection.inspect().tables(text));
        probes.put(
                "Inspector.views(String)",
                (connection, text) -> connection.inspect().views(text));
        probes.put(
                "Inspector.table(String)",
                (connection, text) -> connection.inspect().table(text));
        probes.put(
                "Inspector.table(String,String)",
                (connection, text) -> connection.inspect().table(text, text));
        probes.put(
                "Inspector.reflect(MetaData,String)",
                (connection, text) -> connection.inspect().reflect(new MetaData(), text));
        probes.put(
                "Connection.reflect(MetaData,String)", (connection, text) -> connection.reflect(new MetaData(), text));
        probes.putAll(TextSearches.asked());
        probes.put(
                "TextOperations.collate(String)",
                (connection, text) -> connection
                        .execute(select(body.collate(text)).from(note))
                        .all());
        probes.put(
                "Fulltext.language(String)",
                (connection, text) -> connection
                        .execute(select(fulltext(body).language(text).match("a").matches()))
                        .all());
        probes.put(
                "TextQuery.bind(String,Object)",
                (connection, text) -> connection
                        .execute(Sql.text("SELECT body FROM note WHERE body = :a")
                                .bind("a", text)
                                .column("body", TEXT))
                        .all());
        probes.put("Table.reflect(SchemaTarget,String)", Table::reflect);
        probes.put(
                "SchemaTarget.reflect(MetaData,String)",
                (connection, text) -> ((SchemaTarget) connection).reflect(new MetaData(), text));
        probes.put("Row.get(String)", (connection, text) -> row(connection).get(text));
        probes.put(
                "Row.get(String,Class)", (connection, text) -> row(connection).get(text, String.class));
        probes.put(
                "StatementExecutor.execute(Statement,Map)",
                (connection, text) ->
                        connection.execute(select(Sql.parameter("given", TEXT)).from(note), Map.of(text, text)));
        probes.put(
                "SqlOutput.unsupported(String)",
                (connection, text) ->
                        connection.execute(select(new Refused(text)).from(note)));
        probes.put(
                "StatementExecutor.stream(Query,int,Map)",
                (connection, text) -> connection.stream(
                                select(Sql.parameter("given", TEXT)).from(note), 1, Map.of("given", text))
                        .all());
        probes.putAll(TextNames.asked());
        return probes;
    }
}
