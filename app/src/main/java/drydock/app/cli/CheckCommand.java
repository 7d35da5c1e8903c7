package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.model.project.Project;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.ProjectChecks;
import drydock.model.validation.standard.RuleCatalogue;
import drydock.model.validation.standard.RuleCatalogue.Listed;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `drydock check`: what is wrong with manifests.
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class CheckCommand implements Callable<Integer> {

    private static final Messages MESSAGES = Messages.of(CheckCommand.class);

    /// How findings are printed.
    enum Format {
        text,
        json,
        sarif
    }

    /// What a finding must be at least.
    enum Least {
        error,
        warning,
        advice;

        Severity severity() {
            return Severity.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "text|json|sarif", descriptionKey = "check.format")
    private Format format = Format.text;

    @Option(names = "--severity", paramLabel = "error|warning|advice", descriptionKey = "check.severity")
    private Optional<Least> least = Optional.empty();

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "check.rule")
    private List<String> only = List.of();

    @Option(names = "--off", paramLabel = "RULE", descriptionKey = "check.switch")
    private List<String> off = List.of();

    @Option(names = "--kubernetes-version", paramLabel = "1.N", descriptionKey = "check.version")
    private Optional<String> version = Optional.empty();

    @Option(names = "--ignore-unknown-kinds", descriptionKey = "check.unknownKinds")
    private boolean ignoreUnknownKinds;

    @Option(names = "--rules", descriptionKey = "check.rules")
    private boolean listRules;

    @Option(names = "--fix", descriptionKey = "check.fix")
    private boolean fix;

    @Option(names = "--dry-run", descriptionKey = "check.dryRun")
    private boolean dryRun;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "N",
            descriptionKey = "check.namespace")
    private Optional<String> namespace = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stream.concat(only.stream(), off.stream()).forEach(this::requireRule);
        Optional<KubernetesVersion> wanted = version.map(this::version);
        if (listRules) {
            RuleCatalogue.all().forEach(rule -> out.println(line(rule)));
            out.flush();
            return 0;
        }
        if (namespace.isPresent() && !cluster.areGiven()) {
            throw new ParameterException(spec.commandLine(), MESSAGES.get("check.namespaceAlone"));
        }
        if (files.isEmpty() || (dryRun && !fix)) {
            throw new ParameterException(
                    spec.commandLine(), MESSAGES.get(files.isEmpty() ? "open.nothing" : "check.dryRunAlone"));
        }
        return switch (ProjectFolder.open(files, System.in, CheckRun.PARALLEL)) {
            case OpenResult.NotOpened(FolderProblem problem) ->
                refuse(problem.message(Locale.getDefault()), problem.advice(Locale.getDefault()));
            case OpenResult.Opened opened
            when opened.project().files().isEmpty() && opened.problems().isEmpty() ->
                refuse(
                        MESSAGES.get(
                                "check.nothing",
                                String.join(
                                        ", ", files.stream().map(Path::toString).toList())),
                        MESSAGES.get("check.nothing.advice"));
            case OpenResult.Opened opened
            when cluster.areGiven() ->
                cluster.connected(
                        spec,
                        (connected, ofContext) -> check(
                                opened,
                                wanted,
                                Optional.of(new LiveCheck(
                                        connected::get, namespace.orElse(ofContext), CheckRun.PARALLEL))));
            case OpenResult.Opened opened -> check(opened, wanted, Optional.empty());
        };
    }

    private int check(OpenResult.Opened opened, Optional<KubernetesVersion> wanted, Optional<LiveCheck> live) {
        PrintWriter out = spec.commandLine().getOut();
        CheckOptions own = ProjectChecks.options(opened.project());
        Severity counted = least.map(Least::severity).orElse(Severity.WARNING);
        Set<String> switched = new HashSet<>(own.off());
        switched.addAll(off);
        CheckRun run = new CheckRun(
                new CheckOptions(wanted.orElse(own.version()), switched, ignoreUnknownKinds),
                least.map(Least::severity).orElse(Severity.ADVICE),
                Set.copyOf(only),
                Set.copyOf(off),
                live);
        CheckReport report = run.report(opened.project(), opened.folder(), opened.problems());
        if (fix) {
            Mending mending = new Mending(run, counted, spec.commandLine().getErr());
            Optional<Project> mended = mending.mend(report, opened.folder(), dryRun);
            if (mended.isEmpty()) {
                return 1;
            }
            report = dryRun ? report : run.report(mended.get(), opened.folder(), opened.problems());
            if (dryRun) {
                PrintWriter beside =
                        format == Format.text ? out : spec.commandLine().getErr();
                mending.differences(report, mended.get()).forEach(beside::println);
            }
        }
        print(report, out);
        return report.findings().stream().anyMatch(f -> f.severity().compareTo(counted) <= 0) ? 1 : 0;
    }

    private void print(CheckReport report, PrintWriter out) {
        switch (format) {
            case text -> new CheckText(out, isColoured()).print(report);
            case json -> out.println(json(new CheckJson(report).json()));
            case sarif -> {
                String[] program = new DrydockCommand.Version().getVersion();
                out.println(json(new Sarif(report, program[0].substring(program[0].indexOf(' ') + 1)).json()));
            }
        }
        out.flush();
    }

    private static String json(Object value) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(value);
    }

    /// Only for eyes: on a terminal, unless it is not wanted (`no-color.org`).
    private static boolean isColoured() {
        String refused = System.getenv("NO_COLOR");
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && (refused == null || refused.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
    }

    private static String line(Listed rule) {
        String severity = rule.severity().name().toLowerCase(Locale.ROOT);
        return "%-28s %-8s %s [%s]"
                .formatted(rule.name(), severity, rule.description(Locale.getDefault()), rule.source());
    }

    private void requireRule(String name) {
        if (RuleCatalogue.find(name).isEmpty()) {
            List<String> near = new ArrayList<>(RuleCatalogue.near(name));
            String said = near.isEmpty()
                    ? MESSAGES.get("check.unknownRule", name)
                    : MESSAGES.get("check.unknownRuleNear", name, String.join(", ", near));
            throw new ParameterException(spec.commandLine(), said);
        }
    }

    private KubernetesVersion version(String text) {
        return KubernetesVersion.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        MESSAGES.get(
                                "check.unknownVersion", text, KubernetesVersion.OLDEST, KubernetesVersion.NEWEST)));
    }

    private int refuse(String why, String advice) {
        spec.commandLine().getErr().println(why);
        if (!advice.isEmpty()) {
            spec.commandLine().getErr().println("    " + advice);
        }
        return DrydockCommand.WRONG_USE;
    }
}
