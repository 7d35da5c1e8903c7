package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final Members<String> members = new Members<>();

    private static ResourceId pod(String name) {
        return ResourceId.of(Kinds.POD, "default", name);
    }

    @Test
    void theyStandInTheirOrderAndThoseOfOnePlaceByName() {
        members.put(pod("c"), "10.0.0.1", "c");
        members.put(pod("b"), "10.0.0.2", "b");
        members.put(pod("a"), "10.0.0.2", "a");

        assertThat(members.all()).containsExactly("c", "a", "b");
    }

    @Test
    void oneThatGetsAnotherPlaceLeavesItsOld() {
        members.put(pod("a"), "1", "first");
        members.put(pod("b"), "2", "b");

        members.put(pod("a"), "3", "then");

        assertThat(members.all()).containsExactly("b", "then");
    }

    @Test
    void oneThatIsAsBeforeKeepsItsObject() {
        String before = new String("as before");
        members.put(pod("a"), "1", before);

        members.put(pod("a"), "1", new String("as before"));

        assertThat(members.all().iterator().next()).isSameAs(before);
    }

    @Test
    void oneThatIsGoneIsNotThere() {
        members.put(pod("a"), "1", "a");

        members.remove(pod("a"));
        members.remove(pod("never there"));

        assertThat(members.all()).isEmpty();
    }
}
