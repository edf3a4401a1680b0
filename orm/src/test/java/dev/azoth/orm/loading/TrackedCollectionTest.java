package dev.azoth.orm.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.orm.loading.Trade.Club;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackedCollectionTest {
    private final List<Object> stored = new ArrayList<>(List.of(new Purchase(), new Purchase()));
    private boolean takesChanges;
    private int loads;
    private final CollectionLoader loader = new CollectionLoader() {
        @Override
        public Collection<Object> load(CollectionContent content, boolean implicit) {
            loads++;
            return stored;
        }

        @Override
        public Collection<Object> all(CollectionContent content) {
            return stored;
        }

        @Override
        public boolean takesChanges(CollectionContent content) {
            return takesChanges;
        }

        @Override
        public boolean mayContain(CollectionContent content, Object element) {
            return IdentitySet.of(stored).contains(element);
        }
    };
    private final TrackedList list = new TrackedList(content("purchases"));
    private final TrackedSet set = new TrackedSet(content("clubs"));

    private CollectionContent content(String attribute) {
        CollectionContent content = new CollectionContent(
                (ToManyMapping) EntityMapping.of(Customer.class).relationship(attribute), loader);
        content.bind(new Customer());
        return content;
    }

    @Test
    void listFindsElementsByIdentity() {
        Object second = stored.get(1);

        assertThat(list.indexOf(second)).isEqualTo(1);
        assertThat(list.lastIndexOf(second)).isEqualTo(1);
        assertThat(list.contains(new Purchase())).isFalse();
        assertThat(list.remove(second)).isTrue();
        assertThat(list.remove(second)).isFalse();
        assertThat(list.removeAll(List.of(stored.get(0)))).isTrue();
        assertThat(list.isEmpty()).isTrue();
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void listChangesInEveryWay() {
        Object first = stored.get(0);
        Object last = new Purchase();
        list.add(0, last);
        list.set(1, stored.get(1));
        list.set(2, first);
        assertThat(list.equals(List.of(last, stored.get(1), first))).isTrue();
        assertThat(list.retainAll(List.of(first, last))).isTrue();
        Iterator<Object> iterator = list.iterator();
        iterator.next();
        iterator.remove();
        assertThat(list.equals(List.of(first))).isTrue();
        assertThatThrownBy(() -> list.add(null)).isInstanceOf(NullPointerException.class);
        list.clear();
        assertThat(list.equals(List.of())).isTrue();
    }

    @Test
    void listIsEqualToTheSameObjects() {
        assertThat(list.equals(new ArrayList<>(stored))).isTrue();
        assertThat(list.equals(List.of(stored.get(0), new Purchase()))).isFalse();
        assertThat(list.hashCode()).isEqualTo(list.hashCode());
    }

    @Test
    void setTellsElementsApartByIdentity() {
        Club one = new Club();
        Club other = new Club();

        assertThat(set.add(one)).isTrue();
        assertThat(set.add(one)).isFalse();
        assertThat(set.add(other)).isTrue();
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.retainAll(List.of(one, other))).isTrue();
        assertThat(set.remove(other)).isTrue();
        assertThat(set.equals(IdentitySet.of(List.of(one)))).isTrue();
        assertThat(set.equals(Set.of())).isFalse();
        set.clear();
        assertThat(set.equals(Set.of())).isTrue();
    }

    @Test
    void additionsMeetWhatIsLoaded() {
        takesChanges = true;
        Purchase added = new Purchase();
        list.add(added);
        list.add(stored.get(1));
        assertThat(list.added().size()).isEqualTo(2);
        assertThat(loads).isZero();

        assertThat(list.equals(List.of(stored.get(0), stored.get(1), added))).isTrue();
        assertThat(list.added().isEmpty()).isTrue();
    }

    @Test
    void writtenAdditionsAreReadAgain() {
        takesChanges = true;
        Purchase added = new Purchase();
        list.add(added);
        list.flushed(List.of());
        stored.add(added);

        assertThat(list.size()).isEqualTo(3);
    }

    @Test
    void removalsMeetWhatIsLoaded() {
        takesChanges = true;
        Purchase added = new Purchase();
        list.add(added);
        assertThat(list.remove(stored.get(0))).isTrue();
        assertThat(list.remove(stored.get(0))).isFalse();
        assertThat(list.remove(new Purchase())).isFalse();
        assertThat(list.remove(added)).isTrue();
        assertThat(list.removed().size()).isEqualTo(1);
        assertThat(loads).isZero();

        assertThat(list.equals(List.of(stored.get(1)))).isTrue();
        assertThat(List.of(list.stored()).get(0)).isSameAs(stored.get(0));
    }

    @Test
    void whatIsRemovedAndAddedAgainStays() {
        takesChanges = true;
        list.remove(stored.get(0));
        list.add(stored.get(0));
        assertThat(list.removed().isEmpty()).isTrue();

        assertThat(list.equals(stored)).isTrue();
    }

    @Test
    void unloadedListReadsAgain() {
        list.remove(0);
        list.unload();

        assertThat(list.isLoaded()).isFalse();
        assertThat(list.size()).isEqualTo(2);
        assertThat(loads).isEqualTo(2);
    }
}
