package dev.azoth.proof;

import static dev.azoth.proof.TextProbes.METADATA;
import static dev.azoth.proof.TextProbes.body;
import static dev.azoth.proof.TextProbes.id;
import static dev.azoth.proof.TextProbes.note;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.variants;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.engine.Engine;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.engine.ParameterRows;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Ddl;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.DialectVariants;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fulltext;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FulltextSearch;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.KeyReference;
import dev.azoth.sql.Like;
import dev.azoth.sql.ListParameter;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.RecordComponents;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.RowShape;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.type.EnumType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonForm;
import dev.azoth.type.JsonMapping;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SetType;
import dev.azoth.type.Types;
import dev.azoth.type.VariantType;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Texts of which no SQL is made: they are looked up, compared, kept or parsed, and are in order or not. */
final class TextLookups {
    private TextLookups() {}

    private record Note(int id) {}

    static Map<String, Consumer<String>> all() {
        Map<String, Consumer<String>> probes = new HashMap<>();
        types(probes);
        schema(probes);
        statements(probes);
        descriptions(probes);
        probes.put("Engine.create(String)", text -> Engine.create(text).close());
        probes.put(
                "Engine.create(String,Consumer)",
                text -> Engine.create(text, options -> {}).close());
        probes.put(
                "Engine.create(Map,String)",
                text -> Engine.create(Map.of(text + "url", text), text).close());
        // that a schema stays a name is in TranslatedSchemaTest
        probes.put(
                "ExecutionOptions.translateSchema(String,String)",
                text -> ExecutionOptions.NONE.translateSchema(text, text));
        probes.put("ExecutionOptions.label(String)", text -> ExecutionOptions.NONE.label(text));
        probes.put("ListParameter.new(String,SqlType)", text -> new ListParameter<>(text, Types.TEXT));
        probes.put(
                "TextQuery.bindList(String,SqlType,Collection)",
                text -> Sql.text("SELECT :a").bindList(text, Types.TEXT, List.of(text)));
        Expression<String> literal = Sql.literal("x");
        probes.put(
                "Part.new(String,JsonPath,Expression,boolean)",
                text -> new JsonTable.Part<>(text, Sql.json(JsonTable.ELEMENT), literal, false));
        probes.put(
                "ParameterRows.new(List,Iterable)",
                text -> new ParameterRows(List.of(text), List.of(new Object[] {text}, new Object[] {text})));
        return probes;
    }

    private static void types(Map<String, Consumer<String>> probes) {
        EnumType<DayOfWeek> days = EnumType.labelled(DayOfWeek.class, Enum::name);
        probes.put("BitType.checked(String)", text -> new dev.azoth.type.BitType(3).checked(text));
        probes.put("EnumType.constant(String)", days::constant);
        probes.put("SetType.constants(String)", new SetType<>(days)::constants);
        probes.put("Json.parse(String)", Json::parse);
        probes.put("JsonForm.new(String,String,Function)", text -> new JsonForm<>(text, text, value -> text));
        probes.put("JsonForm.text(String,String,Function)", text -> JsonForm.text(text, text, value -> text));
        probes.put(
                "JsonMapping.read(String,Class)",
                text -> new JsonMapping() {
                    @Override
                    public String write(Object value) {
                        return value.toString();
                    }

                    @Override
                    public <T> T read(String json, Class<T> type) {
                        return type.cast(Json.parse(json));
                    }
                }.read(text, Json.class));
        probes.put("ServerInfo.of(String,int,int)", text -> ServerInfo.of(text, 1, 1));
        probes.put(
                "ServerInfo.new(String,String,int,int,Map)",
                text -> new ServerInfo(text, text, 1, 1, Map.of(text, text)));
        probes.put(
                "ServerInfo.extensionSchema(String)",
                text -> ServerInfo.of("h2", 2, 4).extensionSchema(text).ifPresent(schema -> {
                    throw new AssertionError(schema);
                }));
        probes.put("SqlType.on(String,SqlType)", text -> TEXT.on(text, TEXT));
        VariantType<String> varying = new VariantType<>(TEXT, Map.of());
        probes.put("VariantType.new(SqlType,Map)", text -> new VariantType<>(TEXT, Map.of(text, TEXT)));
        probes.put("VariantType.of(String)", varying::of);
        probes.put("VariantType.on(String,SqlType)", text -> varying.on(text, TEXT));
    }

    private static void schema(Map<String, Consumer<String>> probes) {
        Ddl ddl = Ddl.of("x");
        probes.put("Ddl.isFor(String)", ddl::isFor);
        probes.put("Ddl.on(String[])", ddl::on);
        probes.put("MetaData.ddl(Moment,String)", text -> METADATA.ddl(Ddl.Moment.AFTER_CREATE, text));
        probes.put("Table.ddl(Moment,String)", text -> note.ddl(Ddl.Moment.AFTER_CREATE, text));
        probes.put("MetaData.table(String)", METADATA::table);
        probes.put("MetaData.table(String,String)", text -> METADATA.table(text, text));
        probes.put("Table.column(String)", note::column);
        probes.put("Table.column(String,Class)", text -> note.column(text, String.class));
        probes.put("Table.hasColumn(String)", note::hasColumn);
    }

    private static void statements(Map<String, Consumer<String>> probes) {
        Subquery rows = select(body).from(note).subquery("q");
        probes.put("ColumnsByName.get(String)", rows::get);
        probes.put("ColumnsByName.get(String,Class)", text -> rows.get(text, String.class));
        probes.put("ColumnsByName.get(String,SqlType)", text -> rows.get(text, TEXT));
        probes.put("ColumnsByName.missing(String)", rows::missing);
        probes.put(
                "Conflict.new(List,String,Condition,List,Condition)",
                text -> new Conflict(List.of(), text, null, List.of(), null));
        DialectVariants<String> both = variants(body);
        probes.put("DialectVariants.new(Expression,Map)", text -> new DialectVariants<>(body, Map.of(text, body)));
        probes.put("DialectVariants.on(String,Expression)", text -> both.on(text, body));
        probes.put("Export.new(String,Expression,boolean)", text -> new Export(text, body, false));
        probes.put("Fulltext.new(List,String)", text -> new Fulltext(List.of(body), text));
        probes.put(
                "FulltextSearch.new(Fulltext,String,FulltextMode)",
                text -> new FulltextSearch(new Fulltext(List.of(body), text), text, FulltextMode.WEB));
        JsonPath path = Sql.json(Sql.value(Json.NULL, Types.JSON));
        probes.put(
                "JsonPath.new(Expression,List,Bind,Bind)",
                text -> new JsonPath(path.base(), List.of(text), path.text(), path.list()));
        probes.put(
                "KeyReference.new(String,List,NamedTable,List)",
                text -> new KeyReference(text, List.of(id), note, List.of(id)));
        probes.put(
                "Like.new(Expression,Expression,String,boolean,boolean)",
                text -> new Like(body, body, text, false, false));
        probes.put("Parameter.new(String,SqlType)", text -> new Parameter<>(text, TEXT));
        probes.put("RecordComponents.of(Class,List)", text -> RecordComponents.of(Note.class, List.of(text)));
        Expression<String> given = Sql.parameter("given", TEXT);
        probes.put(
                "Rewriter.parameters(Statement,Map)",
                text -> Rewriter.parameters(select(given).from(note), Map.of(text, text)));
        probes.put("RowShape.new(List,List)", text -> new RowShape(List.of(text), List.of(body)));
        SyntaxExtension piece = new dev.azoth.sql.SqlPiece(SyntaxExtension.Point.AFTER_WHERE, "x", Set.of("h2"));
        probes.put("SyntaxExtension.isFor(String)", piece::isFor);
        probes.put("SqlPiece.isFor(String)", piece::isFor);
        probes.put(
                "TextFragment.value(String)",
                text -> Sql.text("SELECT 1").text().value(text));
    }

    private static void descriptions(Map<String, Consumer<String>> probes) {
        probes.put("CheckDescription.new(String,String)", text -> new TableDescription.CheckDescription(text, text));
        probes.put("Key.new(String,List)", text -> new TableDescription.Key(text, List.of(text)));
        probes.put(
                "ColumnDescription.new(String,SqlType,String,boolean,boolean,String)",
                text -> new TableDescription.ColumnDescription(text, TEXT, text, true, false, text));
        probes.put(
                "ForeignKeyDescription.new(String,List,String,String,List,String,String)",
                text -> new TableDescription.ForeignKeyDescription(
                        text, List.of(text), text, text, List.of(text), text, text));
        probes.put(
                "IndexDescription.new(String,List,boolean,String)",
                text -> new TableDescription.IndexDescription(text, List.of(text), true, text));
        probes.put(
                "TableDescription.new(String,String,List,Optional,List,List,List,List)",
                text -> new TableDescription(
                        text, text, List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of()));
    }
}
