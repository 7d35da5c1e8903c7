package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void ofEqualValuesAllAreTheFirst() {
        Recent<List<String>> recent = new Recent<>(4);
        List<String> first = new ArrayList<>(List.of("a"));

        assertThat(recent.one(first)).isSameAs(first);
        assertThat(recent.one(new ArrayList<>(List.of("a")))).isSameAs(first);
    }

    @Test
    void whatAnotherTookThePlaceOfIsKnownNoMore() {
        Recent<String> recent = new Recent<>(1);
        String first = new String("a");
        recent.one(first);
        recent.one("b");

        assertThat(recent.one(new String("a"))).isNotSameAs(first).isEqualTo("a");
    }

    @Test
    void podsThatBecomeReadyAtTheSameTimeHaveTheirConditionsInCommon() {
        PodStatus first = status("True");
        PodStatus second = status("True");
        PodStatus third = status("False");
        Sharing.with(null, first);
        Sharing.with(null, second);
        Sharing.with(null, third);

        assertThat(second.getConditions()).isSameAs(first.getConditions());
        assertThat(third.getConditions()).isNotEqualTo(first.getConditions());
    }

    private static PodStatus status(String ready) {
        PodCondition condition = new PodCondition();
        condition.setType("Ready");
        condition.setStatus(ready);
        condition.setLastTransitionTime("2026-01-01T00:00:00Z");
        PodStatus status = new PodStatus();
        status.setConditions(new ArrayList<>(List.of(condition)));
        return status;
    }
}
