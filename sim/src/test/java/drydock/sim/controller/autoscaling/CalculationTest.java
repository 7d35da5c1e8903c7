package drydock.sim.controller.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.controller.autoscaling.Calculation.Tolerance;
import drydock.sim.controller.autoscaling.Sample.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTest {

    private final List<Sample> samples = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "2, 100, 4",
        "3, 75, 5",
        "3, 50, 3",
        "3, 55, 3",
        "3, 56, 4",
        "3, 45, 3",
        "3, 44, 3",
        "4, 20, 2",
        "10, 40, 8"
    })
    @DisplayName("rule 102: the ratio times the ready ones, rounded up, and nothing within a tenth")
    void theRatioTimesTheReadyRoundedUp(int pods, int percent, int wanted) throws MetricException {
        for (int i = 0; i < pods; i++) {
            add(Standing.READY, percent);
        }

        assertThat(Calculation.byUtilization(pods, 50, Tolerance.USUAL, samples).replicas())
                .isEqualTo(wanted);
    }

    @Test
    @DisplayName("rule 103: one of which nothing is known counts as full where there are to be fewer")
    void theMissingCountAsFullOnTheWayDown() throws MetricException {
        add(Standing.READY, 20);
        add(Standing.READY, 20);
        add(Standing.MISSING, 0);

        // (20 + 20 + 100) / 3 = 46 of 50: within a tenth
        assertThat(wanted(3)).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 103: one of which nothing is known counts as idle where there are to be more")
    void theMissingCountAsIdleOnTheWayUp() throws MetricException {
        add(Standing.READY, 150);
        add(Standing.READY, 150);
        add(Standing.MISSING, 0);

        // 300 / 3 = 100 of 50: twice three
        assertThat(wanted(3)).isEqualTo(6);
    }

    @Test
    @DisplayName("rule 103: what is not ready counts as idle where there are to be more")
    void theUnreadyCountAsIdleOnTheWayUp() throws MetricException {
        add(Standing.READY, 100);
        add(Standing.UNREADY, 0);
        add(Standing.UNREADY, 0);

        // 100 / 3 = 33 of 50 would mean fewer: the direction does not turn
        assertThat(wanted(3)).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 103: the unready do not count where there are to be fewer")
    void theUnreadyDoNotCountOnTheWayDown() throws MetricException {
        add(Standing.READY, 20);
        add(Standing.READY, 20);
        add(Standing.UNREADY, 0);

        assertThat(wanted(3)).isEqualTo(1);
    }

    @Test
    void withoutAReadyPodThereIsNothingToGoBy() {
        add(Standing.UNREADY, 0);

        assertThatThrownBy(() -> wanted(1))
                .hasMessage("did not receive metrics for targeted pods (pods might be unready)");
    }

    @Test
    void anAverageIsComparedWithTheTargetItself() throws MetricException {
        add(Standing.READY, 60);
        add(Standing.READY, 60);

        // 600 of 300 thousandths each
        assertThat(Calculation.byAverage(2, 300, Tolerance.USUAL, samples).replicas())
                .isEqualTo(4);
    }

    private int wanted(int current) throws MetricException {
        return Calculation.byUtilization(current, 50, Tolerance.USUAL, samples).replicas();
    }

    private void add(Standing standing, int percent) {
        samples.add(new Sample("p" + samples.size(), standing, percent * 10L, 1_000));
    }
}
