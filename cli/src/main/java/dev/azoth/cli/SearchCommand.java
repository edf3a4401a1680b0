package dev.azoth.cli;

import dev.azoth.cli.documents.HitText;
import dev.azoth.cli.documents.KnownCollections;
import dev.azoth.cli.documents.Where;
import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.engine.Engine;
import dev.azoth.vector.Creation;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.FilterSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code azoth search}. */
@Command(
        name = "search",
        description = {"Finds the passages of a collection that are nearest in meaning to a question.", ""},
        footer = {
            "",
            "Metadata of ingested files: source, headings, position, lang, hash. Examples:",
            "  azoth search \"how do I stream rows?\" --where lang=en --top 3",
            "  azoth search \"savepoints\" --where source=docs/core/transactions.md --where 'position<5'",
            "  azoth search \"what is error 40001?\" --hybrid=40001 --filter \"lang = 'en' AND source NOT LIKE 'old/%%'\""
        })
final class SearchCommand implements Callable<Integer> {
    private static final int ALL_LINES = 60;

    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private CollectionOption collection = new CollectionOption();

    @Option(
            names = {"-w", "--where"},
            paramLabel = "CONDITION",
            description =
                    "Only passages whose metadata meet this: a name, one of = != > >= < <=, and a value. Several must all be met.")
    private List<String> conditions = List.of();

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "FILTER",
            description =
                    "The same as one condition, like SQL's (lang = 'en' AND NOT (position > 5 OR tags CONTAINS 'old')) or as JSON ({\"lang\": {\"$in\": [\"en\", \"de\"]}}).")
    private @Nullable String filter;

    @Option(
            names = "--hybrid",
            paramLabel = "WORDS",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Passages that have the words of the question too, or these words: all of them, \"a phrase\", this or that, -without.")
    private @Nullable String words;

    @Option(
            names = "--diverse",
            paramLabel = "RELEVANCE",
            description =
                    "Passages that differ from each other: from 0, as unlike each other as can be, to 1, simply the nearest.")
    private @Nullable Double relevance;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            description = "Without the first so many: the next page. Default: ${DEFAULT-VALUE}.")
    private int skip;

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many passages. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Parameters(paramLabel = "QUESTION", description = "What to look for.")
    private String question = "";

    SearchCommand(Surroundings around) {
        this.around = around;
        this.spec = CommandSpec.create(); // picocli puts the real one in its place
    }

    @Override
    public Integer call() {
        Search search = search();
        try (Engine engine = database.connect(around);
                MiniLm model = around.model()) {
            if (!engine.inspect().hasTable(collection.name())) {
                throw unknown(engine);
            }
            DocumentStore store = DocumentStore.open(engine, collection.name(), options -> {
                options.embedder(model).creation(Creation.REQUIRE);
                if (words != null) {
                    options.words(IngestCommand.LANGUAGE_OF_WORDS);
                }
            });
            SearchResult result = store.search(search);
            if (result.hits().isEmpty()) {
                around.terminal()
                        .line(
                                conditions.isEmpty() && filter == null && skip == 0
                                        ? "The collection is empty."
                                        : "Nothing meets the conditions.");
            } else {
                new HitText(around.terminal(), ALL_LINES).print(result.hits());
            }
            if (result.shortResult()) {
                around.terminal().line();
                around.terminal().line("There may be more that meet the conditions.");
            }
        }
        return 0;
    }

    private Search search() {
        if (question.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The question is empty");
        }
        List<Filter> filters = new ArrayList<>();
        try {
            conditions.forEach(each -> filters.add(Where.parse(each)));
            if (filter != null) {
                filters.add(Where.filter(filter));
            }
            Search search = Search.text(question).topK(top).skip(skip);
            if (words != null) {
                search = words.isEmpty() ? search.hybrid() : search.hybrid(words);
            }
            if (relevance != null) {
                search = search.diverse(relevance);
            }
            return filters.isEmpty() ? search : search.where(Filter.all(filters));
        } catch (IllegalArgumentException | FilterSyntaxException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private CommandFailure unknown(Engine engine) {
        List<String> known = KnownCollections.of(engine);
        return new CommandFailure("there is no collection " + collection.name() + " in this database; "
                + (known.isEmpty()
                        ? "it has none yet: make one with azoth ingest"
                        : "there are: " + String.join(", ", known)));
    }
}
