package dev.azoth.dialect.sqlite;

import dev.azoth.dialect.sqlite.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What only the text of CREATE TABLE says: the names of constraints, and the conditions of checks. SQLite keeps the text as it was written.
 */
final class SqliteTableText {
    private final String sql;
    private final List<Token> tokens;
    private final List<Constraint> constraints = new ArrayList<>();

    /** The kinds of constraint that have a name. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK
    }

    /**
     * A constraint of a table or of one of its columns.
     *
     * @param name      empty if it has none
     * @param columns   the columns that it names, or the one that it stands with; none for a check
     * @param condition of a check, as it was written
     */
    record Constraint(Kind kind, String name, List<String> columns, String condition) {}

    private SqliteTableText(String sql) {
        this.sql = sql;
        this.tokens = SqliteTokens.of(sql);
    }

    static List<Constraint> constraints(String createTable) {
        SqliteTableText text = new SqliteTableText(createTable);
        int open = text.find("(", 0);
        for (Span item : text.items(open)) {
            text.item(item);
        }
        return text.constraints;
    }

    /** The rows of which an index is, as it was written. */
    static String condition(String createIndex) {
        SqliteTableText text = new SqliteTableText(createIndex);
        int where = text.closing(text.find("(", 0)) + 1;
        return text.written(new Span(where + 1, text.tokens.size()));
    }

    /** What an index is of, part by part, as it was written. */
    static List<String> indexed(String createIndex) {
        SqliteTableText text = new SqliteTableText(createIndex);
        return text.items(text.find("(", 0)).stream().map(text::written).toList();
    }

    /** Tokens from one, and before another. */
    private record Span(int from, int to) {}

    private int find(String word, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).is(word)) {
            at++;
        }
        return at;
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    /** The parts between the commas in a pair of parentheses. */
    private List<Span> items(int open) {
        List<Span> items = new ArrayList<>();
        if (open >= tokens.size()) {
            return items;
        }
        int end = closing(open);
        int from = open + 1;
        for (int at = from; at < end; at++) {
            if (tokens.get(at).is("(")) {
                at = closing(at);
            } else if (tokens.get(at).is(",")) {
                items.add(new Span(from, at));
                from = at + 1;
            }
        }
        items.add(new Span(from, end));
        return items;
    }

    private String written(Span span) {
        return span.from() >= span.to()
                ? ""
                : sql.substring(
                        tokens.get(span.from()).start(),
                        tokens.get(span.to() - 1).end());
    }

    /** A column with its constraints, or constraints of the table; what stands in parentheses is skipped as a whole. */
    private void item(Span item) {
        String column = item.from() < item.to() ? tokens.get(item.from()).text() : "";
        String name = "";
        boolean references = false;
        for (int at = item.from(); at < item.to(); at++) {
            Token token = tokens.get(at);
            if (token.is("(")) {
                at = closing(at);
            } else if (token.is("CONSTRAINT") && at + 1 < item.to()) {
                name = tokens.get(++at).text();
            } else if (token.is("CHECK") && at + 1 < item.to()) {
                String condition = written(new Span(at + 2, closing(at + 1)));
                constraints.add(new Constraint(Kind.CHECK, name, List.of(), condition));
                name = "";
            } else if (token.is("PRIMARY") || token.is("UNIQUE") || token.is("FOREIGN")) {
                int open = at + (token.is("UNIQUE") ? 1 : 2);
                constraints.add(new Constraint(kind(token), name, columns(open, item.to(), column), ""));
                references = token.is("FOREIGN");
                name = "";
            } else if (token.is("REFERENCES")) {
                if (!references) {
                    constraints.add(new Constraint(Kind.FOREIGN_KEY, name, List.of(column), ""));
                    name = "";
                }
                references = false;
            } else if (token.is("NOT") || token.is("DEFAULT") || token.is("COLLATE") || token.is("AS")) {
                name = "";
            }
        }
    }

    private static Kind kind(Token token) {
        return token.is("PRIMARY") ? Kind.PRIMARY_KEY : token.is("UNIQUE") ? Kind.UNIQUE : Kind.FOREIGN_KEY;
    }

    private List<String> columns(int open, int end, String column) {
        boolean listed = open < end && tokens.get(open).is("(");
        return listed
                ? items(open).stream()
                        .map(part -> tokens.get(part.from()).text())
                        .toList()
                : List.of(column);
    }
}
