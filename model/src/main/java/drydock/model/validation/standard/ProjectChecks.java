package drydock.model.validation.standard;

import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Project;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.FindingText;
import drydock.model.validation.Fix;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a project wants to be checked, by its `drydock.json`, and what is wrong with that file.
public final class ProjectChecks {

    private static final String BUNDLE = ProjectChecks.class.getPackageName() + ".messages";

    private ProjectChecks() {}

    /// How the project wants to be checked; a version whose rules are not known is the newest.
    public static CheckOptions options(Project project) {
        CheckSettings settings = project.diagram().checks();
        KubernetesVersion version =
                settings.kubernetesVersion().flatMap(KubernetesVersion::parse).orElse(KubernetesVersion.NEWEST);
        return new CheckOptions(version, settings.off(), false);
    }

    /// What is wrong with `drydock.json`: that it cannot be understood, or names rules or a version that there is not.
    public static List<Finding> findings(Project project) {
        List<Finding> findings = new ArrayList<>();
        DiagramFile file = project.diagramFile();
        file.problems().forEach(problem -> findings.add(Finding.of(DiagramFile.NAME, problem)));
        CheckSettings settings = project.diagram().checks();
        String text = file.bytes()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        for (String name : settings.off()) {
            if (RuleCatalogue.find(name).isEmpty()) {
                List<String> near = RuleCatalogue.near(name);
                String key = near.isEmpty() ? "unknown-rule" : "unknown-rule.near";
                findings.add(warning(
                        text,
                        name,
                        SwitchFamily.UNKNOWN_RULE,
                        key,
                        String.join(", ", near),
                        fixes(settings, name, near)));
            }
        }
        settings.kubernetesVersion()
                .filter(version -> KubernetesVersion.parse(version).isEmpty())
                .ifPresent(version -> findings.add(warning(
                        text,
                        version,
                        "drydock-json-value",
                        "unknown-version",
                        versions(),
                        List.of(newest(settings)))));
        return List.copyOf(findings);
    }

    /// A rule with such a name instead, or none.
    private static List<Fix> fixes(CheckSettings settings, String name, List<String> near) {
        List<Fix> fixes = new ArrayList<>();
        near.forEach(other -> fixes.add(fix(withOff(settings, name, List.of(other)), "fix.rename", name, other)));
        fixes.add(fix(withOff(settings, name, List.of()), "fix.remove", name));
        return fixes;
    }

    private static CheckSettings withOff(CheckSettings settings, String name, List<String> instead) {
        List<String> off = new ArrayList<>(settings.off());
        off.remove(name);
        off.addAll(instead);
        return settings.withOff(off);
    }

    private static Fix newest(CheckSettings settings) {
        String newest = KubernetesVersion.NEWEST.toString();
        return fix(settings.withKubernetesVersion(Optional.of(newest)), "fix.set", "kubernetesVersion", newest);
    }

    private static Fix fix(CheckSettings checks, String key, Object... arguments) {
        return new Fix(
                new FindingText(BUNDLE, key, List.of(arguments)), new Edit.Draw(new DiagramChange.SetChecks(checks)));
    }

    private static String versions() {
        return KubernetesVersion.OLDEST + "–" + KubernetesVersion.NEWEST;
    }

    private static Finding warning(String text, String value, String rule, String key, String detail, List<Fix> fixes) {
        FindingText said = new FindingText(BUNDLE, key, List.of(value, detail));
        return Finding.of(rule, Severity.WARNING, DiagramFile.NAME, span(text, '"' + value + '"'), said)
                .with(fixes);
    }

    /// Where `quoted` stands first; the beginning if it is written otherwise.
    private static TextSpan span(String text, String quoted) {
        int at = text.indexOf(quoted);
        if (at < 0) {
            return new TextSpan(0, 0, 1, 1);
        }
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new TextSpan(at, at + quoted.length(), line, 1 + text.codePointCount(lineStart, at));
    }
}
