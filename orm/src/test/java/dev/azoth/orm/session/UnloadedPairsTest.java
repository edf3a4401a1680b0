package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Session;
import dev.azoth.orm.session.Workshop.Document;
import dev.azoth.orm.session.Workshop.Folder;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Skill;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections of pairs change without being read. */
@EveryDatabase
class UnloadedPairsTest extends Unloaded {
    UnloadedPairsTest(Database database) {
        super(database);
    }

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

    /** {@code Collection.remove} says whether the collection changed: what waits for the flush did, and no query is run to say more. */
    @Test
    void whetherAPairWasThereOnlyTheDatabaseKnows() {
        Member member = new Member("unknown pair");
        member.skills.add(new Skill("there"));
        saved(member);
        Skill skill = saved(new Skill("not there"));
        try (Session session = sessions.open()) {
            Member own = own(session, member);
            Skill other = own(session, skill);
            assertThat(database.statements().during(() -> {
                        assertThat(own.skills.remove(other)).isTrue();
                        assertThat(own.skills.remove(other)).isFalse(); // it waits already
                        assertThat(own.skills.remove(new Skill("new"))).isFalse(); // which can be in no row
                    }))
                    .isEmpty();
            assertThat(database.statements().during(session::flush))
                    .singleElement()
                    .asString()
                    .startsWith("DELETE");
            assertThat(own.skills).hasSize(1);
            assertThat(own.skills.remove(other)).isFalse(); // by now they are known
            session.commit();
        }
        assertThat(skills(member)).containsExactly("there");
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
