package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables of small manifests, good and bad, with what the API server decides of each: `decisions/*.yaml`. What
/// Kubernetes 1.20 knows was asked of a running one, the rest follows from the source of 1.36.
class DecisionsTest {

    private static final Path TABLES = Path.of("src/test/resources/drydock/model/validation/decisions");

    /// A line that begins a manifest and says what is decided of it: `ok`, or the fields that are named.
    private static final Pattern CASE = Pattern.compile("(?m)^--- # (.*)$\\R");

    private record Case(String decision, String yaml) {}

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void decidesAsTheApiServerAndNamesTheSameFields(Path table) throws IOException {
        List<Case> cases = cases(Files.readString(table));
        List<String> differences = new ArrayList<>();

        for (Case one : cases) {
            String decided = decided(one.yaml());
            if (!decided.equals(one.decision())) {
                differences.add(one.decision() + " but " + decided + " of\n" + one.yaml());
            }
        }

        assertThat(cases).isNotEmpty().allSatisfy(one -> Checked.of(one.yaml()).everyFindingIsSaidAndMended());
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static String decided(String yaml) {
        TreeSet<String> fields = new TreeSet<>();
        for (Finding finding : Checked.of(yaml).findings()) {
            if (finding.severity() == Severity.ERROR) {
                fields.add(finding.field().isEmpty() ? "?" : finding.field());
            }
        }
        return fields.isEmpty() ? "ok" : String.join(", ", fields);
    }

    private static List<Case> cases(String text) {
        List<Case> cases = new ArrayList<>();
        Matcher begin = CASE.matcher(text);
        for (boolean more = begin.find(); more; ) {
            String decision = begin.group(1).strip();
            int from = begin.end();
            more = begin.find();
            cases.add(new Case(decision, text.substring(from, more ? begin.start() : text.length())));
        }
        return cases;
    }
}
