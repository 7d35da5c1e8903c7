package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.StartedCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private final CommandLine line = CommandLine.start();
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> codes = new ArrayList<>();

    @AfterEach
    void close() {
        line.close();
    }

    private StartedCommand begin(String words) {
        StartedCommand command =
                line.kubectl().start(List.of(words.split(" ", -1)), out::append, out::append, codes::add);
        line.pass(1);
        return command;
    }

    @Test
    void aWatchGoesOnUntilItIsStoppedAndSaysNoMore() {
        StartedCommand watch = begin("get pods -w");
        line.out("run web --image=nginx:1");
        line.pass(10);
        assertThat(out).contains("web    0/1     Pending").contains("Running");
        assertThat(codes).isEmpty();

        watch.stop();
        int length = out.length();
        line.run("delete pod web --now");

        assertThat(codes).containsExactly(130);
        assertThat(out).hasSize(length);
        watch.stop();
        assertThat(codes).hasSize(1);
    }

    @Test
    void aFollowedLogGoesOnUntilItIsStopped() {
        line.run(List.of(
                "run", "clock", "--image=busybox:1", "--", "sh", "-c", "while true; do echo tick; sleep 1; done"));
        line.pass(10);
        StartedCommand log = begin("logs -f clock");
        int before = out.length();
        line.pass(5);
        int length = out.length();
        assertThat(length).isGreaterThan(before);
        assertThat(codes).isEmpty();

        log.stop();
        line.pass(5);
        assertThat(out).hasSize(length);
        assertThat(codes).containsExactly(130);
    }

    @Test
    void aForwardedPortIsOpenUntilItIsStopped() {
        line.out("run web --image=nginx:1 --port=80");
        line.pass(10);
        StartedCommand forward = begin("port-forward pod/web 8080:80");
        assertThat(out).startsWith("Forwarding from 127.0.0.1:8080 -> 80\n");
        assertThat(codes).isEmpty();
        assertThat(curl()).isZero();

        forward.stop();
        assertThat(curl()).isEqualTo(7);
        assertThat(codes).containsExactly(130);
    }

    private int curl() {
        int[] code = {-1};
        line.simulation()
                .runOutside(List.of("curl", "-s", "http://localhost:8080/"), _ -> {}, _ -> {}, c -> code[0] = c);
        line.pass(2);
        return code[0];
    }
}
