package dev.azoth.cli.demo;

import static dev.azoth.cli.demo.Author_.author;
import static dev.azoth.cli.demo.Book_.book;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Objects added, loaded, changed and deleted in sessions. */
final class SessionPart {
    private final Stage stage;
    private final SessionFactory sessions;

    SessionPart(Stage stage) {
        this.stage = stage;
        this.sessions = SessionFactory.create(stage.engine(), Author.class);
    }

    void play() {
        stage.part(2, "Objects in a session");
        add();
        load();
        change();
        delete();
    }

    private void add() {
        List<Author> authors = SampleLibrary.authors();
        long books = authors.stream().mapToLong(each -> each.books.size()).sum();
        stage.say(
                "Four authors are added to a session; their books, subjects and reviews follow by cascade. The commit writes all rows in few"
                        + " statements and gives the objects their keys.");
        stage.show(
                authors.size() + " authors and " + books + " books added",
                () -> sessions.begin(session -> authors.forEach(session::add)));
    }

    private void load() {
        stage.say(
                "A query names what is to be loaded with the authors: one statement for each level, however many there are.");
        stage.show("loaded", () -> {
            try (Session session = sessions.open()) {
                session.execute(select(author)
                                .where(author.born.lt(1930))
                                .orderBy(author.name)
                                .options(selectinload(author.books).selectinload(book.subjects)))
                        .forEach(this::print);
            }
        });
    }

    private void print(Author found) {
        stage.terminal().line("  " + found.name + ", born " + found.born);
        for (Book each : found.books) {
            String subjects =
                    each.subjects.stream().map(subject -> subject.name).sorted().collect(Collectors.joining(", "));
            stage.terminal()
                    .line("    " + each.published + "  " + each.title
                            + (subjects.isEmpty() ? "" : "  (" + subjects + ")"));
        }
    }

    private void change() {
        stage.say(
                "Changes are made to the objects. A book gets the right year and a review, another is taken off its author's list, which deletes it. The session"
                        + " knows what it will write before it does:");
        stage.show("changes written, of each row the changed columns only", () -> {
            try (Session session = sessions.open()) {
                Author lem = session.execute(select(author)
                                .where(author.name.eq("Stanisław Lem"))
                                .options(selectinload(author.books).selectinload(book.reviews)))
                        .one();
                Book cyberiad = named(lem, "The Cyberiad");
                cyberiad.published = 1965;
                cyberiad.reviewed("Ada", 5);
                lem.books.remove(named(lem, "Untitled draft"));
                session.pending().forEach(pending -> stage.terminal().line("  " + pending));
                session.commit();
            }
        });
    }

    private static Book named(Author writer, String title) {
        return writer.books.stream()
                .filter(each -> each.title.equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void delete() {
        stage.say("An author is deleted, and with the author what belongs to nobody else.");
        stage.show(
                "deleted",
                () -> sessions.begin(
                        session -> session.delete(session.execute(select(author).where(author.name.eq("A. Nonymous")))
                                .one())));
    }
}
