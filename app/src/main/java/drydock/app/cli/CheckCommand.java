package drydock.app.cli;

import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.StandardRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `drydock check`: what is wrong with manifests.
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class CheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// How findings are printed.
    enum Format {
        text,
        json
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "check.format")
    private Format format = Format.text;

    @Override
    public Integer call() {
        Optional<Project> project = Opening.project(files, spec.commandLine().getErr());
        if (project.isEmpty()) {
            return DrydockCommand.WRONG_USE;
        }
        List<Finding> findings = StandardRules.validator()
                .check(List.copyOf(project.get().files().values()))
                .findings();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> findings.forEach(finding -> out.println(text(finding)));
            case json ->
                out.println(JSON.writeValueAsString(
                        findings.stream().map(CheckCommand::json).toList()));
        }
        out.flush();
        return findings.stream().anyMatch(f -> f.severity() != Severity.ADVICE) ? 1 : 0;
    }

    private static String text(Finding finding) {
        return finding.file() + ":" + finding.line() + ":" + finding.column() + ": " + severity(finding) + ": "
                + finding.message(Locale.getDefault()) + " [" + finding.rule() + "]";
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", finding.file());
        json.put("line", finding.line());
        json.put("column", finding.column());
        json.put("severity", severity(finding));
        json.put("rule", finding.rule());
        json.put("object", finding.object().map(ResourceId::toString).orElse(""));
        json.put("path", finding.field());
        json.put("message", finding.message(Locale.getDefault()));
        json.put("advice", finding.advice(Locale.getDefault()));
        return json;
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
