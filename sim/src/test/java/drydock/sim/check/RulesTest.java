package drydock.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The simulation keeps 128 rules of how Kubernetes behaves, by number; each is named by a test that holds it.
class RulesTest {

    private static final int RULES = 128;
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("[Rr]ules? (\\d+(?:(?:, | and |, and )\\d+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Test
    void everyRuleIsNamedByATest() throws IOException {
        Set<Integer> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("RulesTest.java"))
                    .forEach(file -> named.addAll(namedBy(file)));
        }

        List<Integer> missing = IntStream.rangeClosed(1, RULES)
                .filter(rule -> !named.contains(rule))
                .boxed()
                .toList();
        assertThat(missing).isEmpty();
        assertThat(named).allMatch(rule -> rule >= 1 && rule <= RULES);
    }

    @Test
    @DisplayName("a name may stand for several rules")
    void aNameMayStandForSeveral() {
        assertThat(numbers("rules 81, 82 and 83: one at a time")).containsExactly(81, 82, 83);
        assertThat(numbers("/// Rule 3.")).containsExactly(3);
        assertThat(numbers("the rules of 4 nodes")).isEmpty();
    }

    private static Set<Integer> namedBy(Path file) {
        try {
            return numbers(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            NUMBER.matcher(named.group(1)).results().forEach(n -> numbers.add(Integer.parseInt(n.group())));
        }
        return numbers;
    }
}
