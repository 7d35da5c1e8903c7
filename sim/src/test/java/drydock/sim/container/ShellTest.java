package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    private final Engine engine = new Engine(1, Instant.parse("2026-01-01T00:00:00Z"));
    private final Network network = new Network("pod-1", "10.244.0.5", Outside.ANSWERING);
    private int exit = -1;

    @Test
    void scriptsPrintWhatAShellPrints() {
        assertThat(printed("echo a b")).isEqualTo("a b\n");
        assertThat(printed("echo 'a  b' \"c $X\"")).isEqualTo("a  b c y\n");
        assertThat(printed("echo $X$X ${X} ${NONE:-z}")).isEqualTo("yy y z\n");
        assertThat(printed("false || echo no; true && echo yes")).isEqualTo("no\nyes\n");
        assertThat(printed("if [ 1 -lt 2 ]; then echo l; else echo g; fi")).isEqualTo("l\n");
        assertThat(printed("for i in 1 2 3; do echo n$i; done")).isEqualTo("n1\nn2\nn3\n");
        assertThat(printed("i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i"))
                .isEqualTo("3\n");
        assertThat(printed("echo $(hostname)-x")).isEqualTo("pod-1-x\n");
        assertThat(printed("echo one > /tmp/f; echo two >> /tmp/f; cat /tmp/f")).isEqualTo("one\ntwo\n");
        assertThat(printed("printf 'a\\nb\\n' | grep b")).isEqualTo("b\n");
        assertThat(printed("A=5; export B=6; env | grep ^B")).isEqualTo("B=6\n");
        assertThat(printed("cat /none 2>/dev/null || echo absent")).isEqualTo("absent\n");
        assertThat(printed("! true; echo $?")).isEqualTo("1\n");
        assertThat(printed("echo 你好 # a comment")).isEqualTo("你好\n");
    }

    @Test
    void theExitCodeIsTheLastCommandsOrTheOneOfExit() {
        run("sh", "-c", "sleep 1; exit 3; echo never");
        assertThat(exit).isEqualTo(3);

        run("sh", "-c", "nosuchprogram");
        assertThat(exit).isEqualTo(127);
    }

    @Test
    void sleepingTakesVirtualTime() {
        Container container = new Container(engine, busybox(), busybox().newFiles(), Map.of(), network, "/");
        container.start(List.of("sh", "-c", "sleep 3; echo done"), List.of(), code -> exit = code);

        engine.runUntil(Duration.ofMillis(2_999).toNanos());
        assertThat(container.log()).isEmpty();
        engine.runUntil(Duration.ofSeconds(3).toNanos());
        assertThat(container.log()).isEqualTo("done\n");
    }

    @Test
    void anEndlessLoopDoesNotStopTheClock() {
        run("sh", "-c", "while true; do :; done");

        assertThat(exit).isEqualTo(-1);
        assertThat(engine.nowNanos()).isEqualTo(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void theFirstProcessIgnoresSigtermUnlessItTrapsIt() {
        Container deaf = new Container(engine, busybox(), busybox().newFiles(), Map.of(), network, "/");
        deaf.start(List.of("sleep", "1000"), List.of(), code -> exit = code);
        deaf.terminate();
        engine.runUntil(Duration.ofSeconds(5).toNanos());
        assertThat(exit).isEqualTo(-1);
        deaf.kill();
        assertThat(exit).isEqualTo(137);

        Container polite = new Container(engine, busybox(), busybox().newFiles(), Map.of(), network, "/");
        polite.start(List.of("sh", "-c", "trap 'exit 0' TERM; sleep 1000"), List.of(), code -> exit = code);
        polite.terminate();
        assertThat(exit).isZero();
    }

    @Test
    void twoServersOfOnePortInOneNetworkClash() {
        Image nginx = ImageCatalogue.find(ImageName.parse("nginx:1.14").orElseThrow());
        Container first = new Container(engine, nginx, nginx.newFiles(), Map.of(), network, "/");
        Container second = new Container(engine, nginx, nginx.newFiles(), Map.of(), network, "/");
        first.start(List.of(), List.of(), code -> {});
        second.start(List.of(), List.of(), code -> exit = code);
        engine.runUntil(Duration.ofSeconds(1).toNanos());

        assertThat(exit).isEqualTo(1);
        assertThat(second.log()).containsIgnoringCase("address already in use");
        assertThat(printed("wget -qO- 127.0.0.1")).contains("Welcome to nginx!");
    }

    @Test
    void theOutsideAnswersToItsNamesAndOfflineNobodyDoes() {
        assertThat(printed("wget -qO- https://www.example.com/a/")).contains("www.example.com", "GET /a/");
        assertThat(printed("wget -qO- nowhere")).contains("bad address 'nowhere'");
        assertThat(printed("wget -qO- web.default.svc.cluster.local")).contains("bad address");
        assertThat(Outside.NONE.answer(Call.get("www.example.com", 80, "/"))).isEmpty();
    }

    @Test
    void aVolumeIsSeenByAllThatMountIt() {
        Files shared = new Files();
        Files one = busybox().newFiles();
        Files two = busybox().newFiles();
        one.mount("/opt", shared);
        two.mount("/usr/share/html", shared);

        assertThat(one.write("/opt/index.html", "hello")).isTrue();

        assertThat(two.read("/usr/share/html/index.html")).contains("hello");
        assertThat(two.list("/usr/share/html")).containsExactly("index.html");
        assertThat(one.write("/absent/x", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"if true; then", "echo 'x", "echo $(", "| a", "done", "for"})
    void aScriptThatCannotBeReadExitsWithTwo(String script) {
        Container container = run("sh", "-c", script);

        assertThat(exit).isEqualTo(2);
        assertThat(container.log()).startsWith("sh: ");
    }

    private String printed(String script) {
        return run("sh", "-c", script).log();
    }

    private static Image busybox() {
        return ImageCatalogue.find(ImageName.parse("busybox").orElseThrow());
    }

    private Container run(String... program) {
        Container container = new Container(engine, busybox(), busybox().newFiles(), Map.of("X", "y"), network, "/");
        container.start(List.of(program), List.of(), code -> exit = code);
        engine.runUntil(engine.nowNanos() + Duration.ofMinutes(1).toNanos());
        return container;
    }
}
