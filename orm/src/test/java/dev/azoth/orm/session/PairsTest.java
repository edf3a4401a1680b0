package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Folder;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@EveryDatabase
class PairsTest {
    private final Database database;
    private final SessionFactory sessions;

    PairsTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private <E> E saved(E entity) {
        sessions.begin(session -> session.add(entity));
        return entity;
    }

    private void inSession(Consumer<Session> work) {
        sessions.begin(work);
    }

    private List<String> skillsOf(Member member) {
        return sessions.transaction(session -> session.get(Member.class, member.id).orElseThrow().skills.stream()
                .map(skill -> skill.name)
                .sorted()
                .toList());
    }

    @Test
    void pairsAreWrittenFromTheSideThatDeclaresThem() {
        Member member = new Member("owner");
        member.skills.add(new Skill("a"));
        member.skills.add(new Skill("b"));
        saved(member);
        assertThat(skillsOf(member)).containsExactly("a", "b");
        assertThat(member.skills)
                .allSatisfy(skill -> assertThat(skill.members.get(0)).isSameAs(member));
    }

    @Test
    void pairsAreWrittenFromTheOtherSideToo() {
        Skill skill = saved(new Skill("from the skill"));
        Member member = saved(new Member("found by its skill"));
        inSession(session -> session.get(Skill.class, skill.id)
                .orElseThrow()
                .members
                .add(session.get(Member.class, member.id).orElseThrow()));
        assertThat(skillsOf(member)).containsExactly("from the skill");
        inSession(session ->
                session.get(Skill.class, skill.id).orElseThrow().members.clear());
        assertThat(skillsOf(member)).isEmpty();
    }

    @Test
    void aPairSetOnBothSidesIsWrittenOnce() {
        Skill skill = new Skill("both");
        Member member = new Member("both");
        member.skills.add(skill);
        skill.members.add(member);
        saved(member);
        assertThat(skillsOf(member)).containsExactly("both");
    }

    @Test
    void bothSidesAreKeptInStep() {
        Member member = new Member("in step");
        member.skills.add(new Skill("x"));
        saved(member);
        inSession(session -> {
            Member own = session.get(Member.class, member.id).orElseThrow();
            Skill skill = own.skills.iterator().next();
            assertThat(skill.members).hasSize(1);
            own.skills.remove(skill);
            session.flush();
            assertThat(skill.members).isEmpty();
            own.skills.add(skill);
            session.flush();
            assertThat(skill.members).hasSize(1);
        });
        assertThat(skillsOf(member)).containsExactly("x");
    }

    @Test
    void thePairsOfADeletedObjectGoWithIt() {
        Member member = new Member("deleted");
        Skill skill = new Skill("stays");
        member.skills.add(skill);
        saved(member);
        inSession(session -> session.delete(session.get(Member.class, member.id).orElseThrow()));
        inSession(session -> {
            Skill left = session.get(Skill.class, skill.id).orElseThrow();
            assertThat(left.members).isEmpty();
            session.delete(left);
        });
        inSession(session -> assertThat(session.get(Skill.class, skill.id)).isEmpty());
    }

    @Test
    void deletingTheOtherSideRemovesThePairs() {
        Member member = new Member("stays");
        Skill skill = new Skill("deleted");
        member.skills.add(skill);
        saved(member);
        inSession(session -> {
            Member own = session.get(Member.class, member.id).orElseThrow();
            session.delete(own.skills.iterator().next());
            session.flush();
            assertThat(own.skills).isEmpty();
        });
        assertThat(skillsOf(member)).isEmpty();
    }

    @Test
    void manyPairsAreOneStatement() {
        Member one = new Member("many 1");
        Member two = new Member("many 2");
        for (int i = 0; i < 50; i++) {
            Skill skill = new Skill("many " + i);
            one.skills.add(skill);
            two.skills.add(skill);
        }
        try (Session session = sessions.open()) {
            session.addAll(one, two);
            database.statements().expect(3, session::flush);
            one.skills.clear();
            two.skills.clear();
            database.statements().expect(1, session::flush);
        }
    }

    @Test
    void pendingNamesThePairs() {
        Member member = saved(new Member("named"));
        Skill skill = saved(new Skill("named"));
        inSession(session -> {
            Member own = session.get(Member.class, member.id).orElseThrow();
            own.skills.add(session.get(Skill.class, skill.id).orElseThrow());
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly("LINK Member#" + member.id + ".skills → Skill#" + skill.id);
        });
    }

    @Test
    void anObjectTwiceInAListOfPairsIsAnError() {
        Folder folder = new Folder();
        Document document = new Document("twice");
        folder.documents.add(document);
        folder.documents.add(document);
        try (Session session = sessions.open()) {
            session.add(folder);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("an object is twice in Folder (new).documents, whose table has each pair once");
        }
    }
}
