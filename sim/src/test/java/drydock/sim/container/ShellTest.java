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
        polite.start(List.of("sh", "-c", "trap 'exit 0' TERM; sleep 1000 & wait"), List.of(), code -> exit = code);
        polite.terminate();
        assertThat(exit).isZero();
    }

    @Test
    void aTrapWaitsForTheCommandThatRuns() {
        Container container = new Container(engine, busybox(), busybox().newFiles(), Map.of(), network, "/");
        container.start(
                List.of("sh", "-c", "trap 'exit 5' TERM; sleep 10; echo never"), List.of(), code -> exit = code);
        container.terminate();
        engine.runUntil(Duration.ofSeconds(9).toNanos());
        assertThat(exit).isEqualTo(-1);
        engine.runUntil(Duration.ofSeconds(10).toNanos());
        assertThat(exit).isEqualTo(5);
        assertThat(container.log()).isEmpty();
    }

    @Test
    void scriptsHaveCasesFunctionsAndHereDocuments() {
        assertThat(printed("case abc in x) echo x;; a*|b*) echo ab;; *) echo other;; esac"))
                .isEqualTo("ab\n");
        assertThat(printed("greet() { local n=$1; echo \"hi $n\"; return 3; }; greet you; echo $?"))
                .isEqualTo("hi you\n3\n");
        assertThat(printed("cat <<END\nx=$X $(echo sub)\nEND\necho after")).isEqualTo("x=y sub\nafter\n");
        assertThat(printed("cat <<'END'\nx=$X\nEND")).isEqualTo("x=$X\n");
        assertThat(printed("for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done"))
                .isEqualTo("1\n3\n");
        assertThat(printed("set -e; false; echo never")).isEmpty();
        assertThat(printed("set -e; if false; then :; fi; false || true; echo on"))
                .isEqualTo("on\n");
        assertThat(printed("f=/a/b.txt; echo ${f##*/} ${f%.txt} ${#f} ${N:-${X}z} ${X:+set}"))
                .isEqualTo("b.txt /a/b 8 yz set\n");
        assertThat(printed("(cd /tmp; X=inner); echo $X $(pwd)")).isEqualTo("y /\n");
        assertThat(printed("echo a > /tmp/1.c; echo b > /tmp/2.c; echo /tmp/*.c \"/tmp/*.c\" /tmp/*.none"))
                .isEqualTo("/tmp/1.c /tmp/2.c /tmp/*.c /tmp/*.none\n");
        assertThat(printed("set -- a 'b c'; for w in \"$@\"; do echo \"<$w>\"; done; shift; echo $# $1"))
                .isEqualTo("<a>\n<b c>\n1 b c\n");
        assertThat(printed("trap 'echo bye' EXIT; echo hello; exit 2")).isEqualTo("hello\nbye\n");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void pipesRunSideBySide() {
        assertThat(printed("(while true; do echo tick; sleep 1; done) | head -n 3"))
                .isEqualTo("tick\ntick\ntick\n");
        assertThat(printed("printf 'b 2\\na 1\\n' | sort | while read n v; do echo $v-$n; done"))
                .isEqualTo("1-a\n2-b\n");
        assertThat(printed(
                        "touch /tmp/log; (sleep 2; echo new >> /tmp/log) & tail -f /tmp/log | grep -q new; echo found"))
                .isEqualTo("found\n");
    }

    @Test
    void textIsCutSortedAndReplaced() {
        assertThat(printed("echo 'a:b:c' | cut -d: -f2,3")).isEqualTo("b:c\n");
        assertThat(printed("echo 'one two' | awk '{print $2, \"and\", $1}'")).isEqualTo("two and one\n");
        assertThat(printed("echo hello | sed 's/l\\+/L/; s/^/> /'")).isEqualTo("> heLo\n");
        assertThat(printed("printf '3\\n10\\n2\\n' | sort -rn | head -n1")).isEqualTo("10\n");
        assertThat(printed("printf 'a\\na\\nb\\n' | uniq -c | tr -s ' ' | sed 's/  *//'"))
                .contains("2 a", "1 b");
        assertThat(printed("echo abc | tr a-c A-C | tee /tmp/t; cat /tmp/t")).isEqualTo("ABC\nABC\n");
        assertThat(printed("seq 1 5 | xargs -n 2 echo")).isEqualTo("1 2\n3 4\n5\n");
        assertThat(printed("date +%Y-%m-%d")).isEqualTo("2026-01-01\n");
    }

    @Test
    void processesAreListedAndKilled() {
        assertThat(printed("sleep 500 & p=$!; ps | grep -c 'sleep 500'; kill $p; wait; ps | grep 'sleep 500' ||"
                        + " echo gone"))
                .endsWith("gone\n");
        assertThat(printed("timeout 3 sleep 100; echo $?")).isEqualTo("143\n");
        run("sh", "-c", "sleep 500 & kill -9 $!; wait; exit 7");
        assertThat(exit).isEqualTo(7);
    }

    @Test
    void databasesAndCachesAnswerTheirClients() {
        serve("redis:7");
        assertThat(here("redis:7", "redis-cli ping; redis-cli set a 5; redis-cli incr a; redis-cli nonsense; echo $?"))
                .isEqualTo("PONG\nOK\n6\nERR unknown command 'nonsense'\n1\n");
        assertThat(here("postgres", "pg_isready -h 127.0.0.1")).contains("no response");

        Container refused = serve("postgres:17");
        assertThat(refused.log()).contains("You must specify POSTGRES_PASSWORD");
    }

    private Container serve(String image) {
        Image found = ImageCatalogue.find(ImageName.parse(image).orElseThrow());
        Container container = new Container(engine, found, found.newFiles(), Map.of(), network, "/");
        container.start(List.of(), List.of(), code -> exit = code);
        engine.runUntil(engine.nowNanos() + Duration.ofSeconds(1).toNanos());
        return container;
    }

    private String here(String image, String script) {
        Image found = ImageCatalogue.find(ImageName.parse(image).orElseThrow());
        Container container = new Container(engine, found, found.newFiles(), Map.of(), network, "/");
        container.start(List.of("sh", "-c", script), List.of(), code -> exit = code);
        engine.runUntil(engine.nowNanos() + Duration.ofSeconds(1).toNanos());
        return container.log();
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
