package dev.azoth.orm.relationship;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.relationship.Album.Edition;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.schema.MetaData;

/** {@link Album} in statements. */
final class Albums {
    static final MetaData TABLES = Entities.metadata(Album.class);
    static final EntityPath<Album> album = Entities.path(Album.class);
    static final ToMany<Album, Track> tracks = album.toMany("tracks", Track.class);
    static final ToMany<Album, Person> players = album.toMany("players", Person.class);
    static final ToMany<Album, Person> crew = album.toMany("crew", Person.class);
    static final ToMany<Album, Track> byTitle = album.toMany("byTitle", Track.class);
    static final ToMany<Album, Edition> editions = album.toMany("editions", Edition.class);

    private Albums() {}
}
