package drydock.model.validation.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Ledgers of the functions with which the API server decides: for each the rules that hold it, or why none does.
///
/// A line of `functions/*.tsv` has a source file, a function in it, the rules apart by commas, and a reason; a dash
/// stands for no rules or no reason. Lines that begin with # say something of the others.
class ValidationFunctionsTest {

    private static final Path LEDGERS = Path.of("src/test/resources/drydock/model/validation/functions");
    private static final String NONE = "-";

    private record Function(String source, String name, List<String> rules, String reason) {

        static Function of(String line) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(4);
            List<String> rules = columns[2].equals(NONE) ? List.of() : List.of(columns[2].split(", *"));
            return new Function(columns[0], columns[1], rules, columns[3].equals(NONE) ? "" : columns[3]);
        }

        String id() {
            return source + " " + name;
        }
    }

    @Test
    void everyFunctionIsHeldByRulesThatThereAreOrSaysWhyNot() throws IOException {
        assertThat(functions()).hasSizeGreaterThan(300).allSatisfy(function -> {
            assertThat(function.rules())
                    .as(function.id())
                    .allSatisfy(rule ->
                            assertThat(RuleCatalogue.find(rule)).as(rule).isPresent());
            assertThat(function.source()).matches("[a-zA-Z0-9./_-]+\\.go");
            assertThat(function.name()).matches("[A-Za-z0-9_]+");
            assertThat(function.rules().isEmpty() && function.reason().isBlank())
                    .as("neither rules nor reason: %s", function.id())
                    .isFalse();
        });
    }

    @Test
    void noFunctionIsThereTwice() throws IOException {
        assertThat(functions()).extracting(Function::id).doesNotHaveDuplicates();
    }

    /// Of the files that are in a ledger, each function that the catalogue names as the source of a rule is there,
    /// with that rule.
    @Test
    void whatTheCatalogueNamesAsASourceIsInTheLedger() throws IOException {
        Map<String, List<String>> rulesOf = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (Function function : functions()) {
            files.add(function.source());
            rulesOf.put(function.id(), function.rules());
        }
        List<String> missing = new ArrayList<>();
        RuleCatalogue.all()
                .forEach(rule -> sources(rule.source())
                        .filter(source -> files.contains(source.substring(0, source.indexOf(' '))))
                        .filter(source ->
                                !rulesOf.getOrDefault(source, List.of()).contains(rule.name()))
                        .forEach(source -> missing.add(rule.name() + ": " + source)));

        assertThat(missing).isEmpty();
    }

    /// Each function of a source as a file and a name.
    private static Stream<String> sources(String source) {
        return Arrays.stream(source.split("; "))
                .filter(part -> part.contains(" "))
                .flatMap(part -> {
                    String file = part.substring(0, part.indexOf(' '));
                    return Arrays.stream(part.substring(part.indexOf(' ') + 1).split(", "))
                            .map(name -> file + " " + name);
                });
    }

    private static List<Function> functions() throws IOException {
        List<Function> functions = new ArrayList<>();
        try (Stream<Path> ledgers = Files.list(LEDGERS)) {
            for (Path ledger : ledgers.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(ledger).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Function::of)
                        .forEach(functions::add);
            }
        }
        return functions;
    }
}
