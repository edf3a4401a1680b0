package dev.azoth.orm.relationship;

import dev.azoth.orm.ElementCollection;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.relationship.Hiker.Colour;
import dev.azoth.orm.relationship.Hiker.Phone;
import dev.azoth.schema.MetaData;

/** {@link Hiker} in statements. */
final class Hikers {
    static final MetaData TABLES = Entities.metadata(Hiker.class);
    static final EntityPath<Hiker> hiker = Entities.path(Hiker.class);
    static final ElementCollection<Hiker, String> nicknames = hiker.elements("nicknames", String.class);
    static final ElementCollection<Hiker, Colour> colours = hiker.elements("colours", Colour.class);
    static final ElementCollection<Hiker, String> route = hiker.elements("route", String.class);
    static final ElementCollection<Hiker, Phone> phones = hiker.elements("phones", Phone.class);

    private Hikers() {}
}
