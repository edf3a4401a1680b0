package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Folder;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Collections of pairs change without being read. */
@EveryDatabase
class UnloadedPairsTest {

    private final Database database;
    private final SessionFactory sessions;

    UnloadedPairsTest(Database database) {
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

    private static boolean isLoaded(Collection<?> collection) {
        return ((DeferredCollection) collection).isLoaded();
    }

    private Set<String> skills(Member member) {
        return sessions.transaction(session -> session.get(Member.class, member.id).orElseThrow().skills.stream()
                .map(each -> each.name)
                .collect(Collectors.toSet()));
    }

    private static Member own(Session session, Member member) {
        return session.get(Member.class, member.id).orElseThrow();
    }

    private static Skill own(Session session, Skill skill) {
        return session.get(Skill.class, skill.id).orElseThrow();
    }

    // pairs

    @Test
    void pairsAreWrittenWithoutReadingThem() {
        Member member = new Member("pairs");
        member.skills.add(new Skill("there"));
        saved(member);
        Skill skill = saved(new Skill("added"));
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            Skill added = own(session, skill);
            own.skills.add(added);
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).singleElement().asString().contains("member_skills");
            assertThat(isLoaded(own.skills)).isFalse();
            assertThat(isLoaded(added.members)).isFalse();
            assertThat(added.members).extracting(each -> each.name).containsExactly("pairs");
            session.commit();
        }
        assertThat(skills(member)).containsExactlyInAnyOrder("there", "added");
    }

    @Test
    void pairsAreWrittenFromTheOtherSideToo() {
        Member member = new Member("other side");
        member.skills.add(new Skill("taken out"));
        saved(member);
        Skill skill = saved(new Skill("put in"));
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            Skill out = own(session, member.skills.iterator().next());
            Skill in = own(session, skill);
            assertThat(database.statements().during(() -> {
                        out.members.remove(own);
                        in.members.add(own);
                        session.flush();
                    }))
                    .hasSize(2);
            session.commit();
        }
        assertThat(skills(member)).containsExactly("put in");
    }

    @Test
    void aPairThatIsThereIsLeftAlone() {
        Member member = new Member("already there");
        member.skills.add(new Skill("known"));
        saved(member);
        Skill skill = saved(new Skill("unknown"));
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            own.skills.add(own(session, member.skills.iterator().next()));
            own.skills.add(own(session, skill));
            session.flush();
            assertThat(own.skills).hasSize(2);
            session.commit();
        }
        assertThat(skills(member)).containsExactlyInAnyOrder("known", "unknown");
    }

    @Test
    void aPairTakenOutAndPutInAgainStays() {
        Member member = new Member("out and in");
        member.skills.add(new Skill("kept"));
        saved(member);
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            Skill kept = own(session, member.skills.iterator().next());
            assertThat(own.skills.remove(kept)).isTrue();
            own.skills.add(kept);
            session.flush();
            assertThat(own.skills).hasSize(1);
            own.skills.remove(kept);
            session.commit();
        }
        assertThat(skills(member)).isEmpty();
    }

    @Test
    void aPairThatIsPutIntoBothSidesIsWrittenOnce() {
        Member member = saved(new Member("both sides"));
        Skill skill = saved(new Skill("both sides"));
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            Skill other = own(session, skill);
            own.skills.add(other);
            other.members.add(own);
            assertThat(database.statements().during(session::flush)).hasSize(1);
            assertThat(own.skills).hasSize(1);
            assertThat(other.members).hasSize(1);
            session.commit();
        }
        assertThat(skills(member)).containsExactly("both sides");
    }

    @Test
    void pairsWhoseOrphansAreDeletedAreReadFirst() {
        Folder folder = new Folder();
        folder.documents.add(new Document("there"));
        saved(folder);
        Document elsewhere = saved(new Document("elsewhere"));
        try (Session session = sessions.open()) {
            Folder own = session.get(Folder.class, folder.id).orElseThrow();
            assertThat(own.documents.remove(
                            session.get(Document.class, elsewhere.id).orElseThrow()))
                    .isFalse();
            assertThat(isLoaded(own.documents)).isTrue();
        }
    }
}
