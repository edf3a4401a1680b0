package dev.azoth.orm.session;

/** An object that left a collection which removes orphans, and joined no other like it. */
record Leaving(Tracked owner, Link link, Tracked orphan) {}
