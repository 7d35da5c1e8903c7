package drydock.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.Script;
import org.junit.jupiter.api.Test;

class LessonLineTest {

    @Test
    void whatStandsAboveALineIsItsComment() throws Script.BadLineException {
        assertThat(LessonLine.of("""
            # Row 1.
            # It begins.
            kubectl get pods \\
              -o wide

            sleep 1
            # The end.
            """))
                .containsExactly(
                        new LessonLine("Row 1. It begins.", "kubectl get pods    -o wide", false),
                        new LessonLine("", "sleep 1", false));
    }

    @Test
    void aLineMayFailWhereAnExpectationBelowSaysItsExitCode() throws Script.BadLineException {
        assertThat(LessonLine.of("""
            kubectl get pod none
            expect output NotFound
            expect exit 1
            kubectl get pods
            expect output web
            kubectl get nodes
            expect exit 0
            """))
                .extracting(LessonLine::mayFail)
                .containsExactly(true, true, false, false, false, true, false);
    }
}
