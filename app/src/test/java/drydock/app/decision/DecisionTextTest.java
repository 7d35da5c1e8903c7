package drydock.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.session.Decision;
import drydock.app.session.Decision.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionTextTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void theBestNodeIsNamedWithTheCountOfThoseThatScored() {
        Decision decision = placed("a", scored("a", true, 300, 90), scored("b", false, 300, 40));

        assertThat(new DecisionText().shortly(List.of(decision)))
                .isEqualTo("a was chosen: the best of the 2 nodes that can take the Pod");
    }

    @Test
    void amongEqualsChanceIsNamed() {
        Decision decision =
                placed("a", scored("a", true, 300, 90), scored("b", false, 300, 90), scored("c", false, 1, 1));

        assertThat(new DecisionText().shortly(List.of(decision)))
                .isEqualTo("a was chosen by chance: 2 nodes scored best alike");
    }

    @Test
    void nodesThatWereLeftOutAreCountedByReasonAndFilter() {
        Decision decision = new Decision(
                Duration.ZERO,
                2,
                new Decision.Outcome.Unschedulable(),
                2,
                List.of(
                        new Verdict.LeftOut("a", "NodeResourcesFit", List.of("Insufficient cpu")),
                        new Verdict.LeftOut("b", "NodeResourcesFit", List.of("Insufficient cpu"))),
                List.of(),
                "");

        assertThat(new DecisionText().shortly(List.of(decision)))
                .isEqualTo(
                        "None of the 2 nodes can take the Pod\n2 nodes left out: Insufficient cpu (NodeResourcesFit)");
    }

    @Test
    void aPodThatWasNeverTriedHasNothingToSay() {
        assertThat(new DecisionText().shortly(List.of())).isEmpty();
    }

    private static Verdict scored(String node, boolean chosen, Integer... scores) {
        return new Verdict.Scored(node, chosen, List.of(scores));
    }

    private static Decision placed(String node, Verdict... verdicts) {
        return new Decision(
                Duration.ZERO,
                1,
                new Decision.Outcome.Placed(node),
                verdicts.length,
                List.of(verdicts),
                List.of("TaintToleration", "NodeResourcesFit"),
                "");
    }
}
