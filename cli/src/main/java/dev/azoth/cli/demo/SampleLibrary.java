package dev.azoth.cli.demo;

import java.util.List;

/** A few books, as objects that no database knows yet. */
final class SampleLibrary {
    private SampleLibrary() {}

    static List<Author> authors() {
        Subject fantasy = new Subject("fantasy");
        Subject future = new Subject("science fiction");
        Subject philosophy = new Subject("philosophy");
        Subject stories = new Subject("short stories");

        Author leGuin = new Author("Ursula K. Le Guin", 1929);
        leGuin.write("A Wizard of Earthsea", 1968)
                .about(fantasy)
                .reviewed("Ada", 5)
                .reviewed("Grace", 4);
        leGuin.write("The Left Hand of Darkness", 1969)
                .about(future, philosophy)
                .reviewed("Ada", 5)
                .reviewed("Edsger", 5)
                .reviewed("Barbara", 4);
        leGuin.write("The Dispossessed", 1974).about(future, philosophy).reviewed("Grace", 5);

        Author lem = new Author("Stanisław Lem", 1921);
        lem.write("The Cyberiad", 1956)
                .about(future, stories)
                .reviewed("Grace", 5)
                .reviewed("Edsger", 4);
        lem.write("Solaris", 1961).about(future, philosophy).reviewed("Ada", 4).reviewed("Barbara", 5);
        lem.write("Untitled draft", 1990).reviewed("Edsger", 1);

        Author borges = new Author("Jorge Luis Borges", 1899);
        borges.write("Ficciones", 1944)
                .about(stories, philosophy)
                .reviewed("Ada", 5)
                .reviewed("Grace", 5);
        borges.write("El Aleph", 1949).about(stories, fantasy).reviewed("Barbara", 4);

        Author nobody = new Author("A. Nonymous", 1970);
        nobody.write("Ten Thousand Blank Pages", 2001).reviewed("Barbara", 1);
        return List.of(leGuin, lem, borges, nobody);
    }
}
