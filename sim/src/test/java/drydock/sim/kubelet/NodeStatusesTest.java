package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeStatusesTest {

    @Test
    void fiveThousandNodesHaveRangesOfTheirOwnThatAreAddresses() {
        assertThat(IntStream.range(0, 5_000).mapToObj(NodeStatuses::range))
                .doesNotHaveDuplicates()
                .allMatch(range -> range.matches(
                        "10\\.(1[1-9]\\d|2[0-4]\\d|25[0-5])\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])\\.0/24"));
        assertThat(NodeStatuses.range(0)).isEqualTo("10.244.0.0/24");
    }
}
