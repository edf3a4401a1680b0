package dev.azoth.orm.session;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.PrepareDatabase;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A workshop for tests of collections that are changed without being loaded. */
abstract class Unloaded {
    final Database database;
    final SessionFactory sessions;

    Unloaded(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    final <E> E saved(E entity) {
        sessions.begin(session -> session.add(entity));
        return entity;
    }

    static boolean isLoaded(Collection<?> collection) {
        return ((DeferredCollection) collection).isLoaded();
    }

    static Team own(Session session, Team team) {
        return session.get(Team.class, team.id).orElseThrow();
    }

    static Member own(Session session, Member member) {
        return session.get(Member.class, member.id).orElseThrow();
    }

    static Skill own(Session session, Skill skill) {
        return session.get(Skill.class, skill.id).orElseThrow();
    }

    final Set<String> members(Team team) {
        return sessions.transaction(session ->
                own(session, team).members.stream().map(each -> each.name).collect(Collectors.toSet()));
    }

    final Set<String> skills(Member member) {
        return sessions.transaction(session ->
                own(session, member).skills.stream().map(each -> each.name).collect(Collectors.toSet()));
    }
}
