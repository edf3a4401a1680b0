package dev.azoth.cli.demo;

import dev.azoth.orm.Entities;
import dev.azoth.schema.MetaData;

/** A schema from annotated classes. */
final class SchemaPart {
    private final Stage stage;

    SchemaPart(Stage stage) {
        this.stage = stage;
    }

    void play() {
        MetaData metadata = Entities.metadata(Author.class, Book.class, Subject.class, Review.class);
        stage.part(1, "A schema from annotated classes");
        stage.say(
                "Author, Book, Subject and Review are plain Java classes with Jakarta Persistence's annotations. What an earlier run left is dropped, and"
                        + " their tables are created, each after those it refers to.");
        stage.echo().mute(true);
        metadata.dropAll(stage.engine());
        stage.echo().mute(false);
        stage.show(metadata.tables().size() + " tables", () -> metadata.createAll(stage.engine()));
    }
}
