package dev.azoth.orm.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.relationship.Depot.Parcel;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

/** Relationships that are only read: nothing that is done to them is written, and nothing is lost in silence. */
@EveryDatabase
class ViewOnlyTest extends Depots {
    ViewOnlyTest(Database database) {
        super(database);
    }

    @Test
    void aForeignKeyIsReadByASecondRelationship() {
        try (Session session = sessions.open()) {
            Parcel parcel = session.get(Parcel.class, 3).orElseThrow();
            assertThat(parcel.sameDepot.get()).isSameAs(parcel.depot.get());
            parcel.depot = Lazy.of(session.get(Depot.class, 1).orElseThrow());
            session.commit();
        }
        sessions.begin(session -> assertThat(
                        session.get(Parcel.class, 3).orElseThrow().sameDepot.orElseThrow().id)
                .isEqualTo(1));
    }

    @Test
    void loadedCollectionsRefuseChanges() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 1).orElseThrow();
            Parcel parcel = session.get(Parcel.class, 4).orElseThrow();
            assertThatThrownBy(() -> depot.urgent.add(parcel))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Depot.urgent is view-only: it has what its rows say and is never written, so change what those are read from");
            assertThatThrownBy(() -> depot.bound.clear()).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.neighbours.remove(3)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.heaviestFirst.remove(0)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.bound.iterator().remove()).isInstanceOf(UnsupportedOperationException.class);
            assertThat(database.statements().during(session::flush)).isEmpty();
        }
    }

    @Test
    void whatTheProgramPutsThereIsRefusedByTheFlush() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 3).orElseThrow();
            Parcel parcel = session.get(Parcel.class, 4).orElseThrow();
            depot.first = Lazy.of(parcel);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Depot#3.first is view-only and was changed, which no row would ever have: change what its rows are read from");
            session.rollback();
            assertThat(depot.first.get()).isNull();

            Depot made = new Depot(4, "west", 1);
            made.urgent.add(parcel);
            session.add(made);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Depot (new).urgent is view-only and was changed");
        }
    }

    @Test
    void nothingOfThemCascadesOrIsWritten() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 2).orElseThrow();
            assertThat(depot.urgent).hasSize(1);
            Parcel parcel = depot.urgent.get(0);
            parcel.depot = Lazy.empty();
            session.flush();
            assertThat(depot.urgent).hasSize(1); // as it was loaded
            session.refresh(depot);
            assertThat(depot.urgent).isEmpty();
            session.rollback();
            assertThat(depot.urgent).hasSize(1);
        }
    }
}
