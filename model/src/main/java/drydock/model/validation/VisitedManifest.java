package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A manifest that rules walk through, and what they tell of it.
///
/// @param kind the kind at its root
/// @param root where it stands in its document
/// @param fields the fields at its root
/// @param naming how the API server writes a path in it
/// @param version the version of Kubernetes that the manifest is meant for
/// @param telling what was told so far, and in whose words more is told
record VisitedManifest(
        String kind,
        Optional<ResourceId> id,
        FieldPath root,
        Map<String, YamlNode> fields,
        Function<FieldPath, String> naming,
        KubernetesVersion version,
        Telling telling) {

    /// Reports, and the bundle that has the words of the next one.
    static final class Telling {

        private final List<Report> reports;
        private String bundle = FindingText.COMMON;

        Telling(List<Report> reports) {
            this.reports = reports;
        }

        /// Does what tells something in the words of `its`; before and after it all is told in
        /// [FindingText#COMMON].
        void inWordsOf(String its, Consumer<Visit> check, Visit visit) {
            bundle = its;
            check.accept(visit);
            bundle = FindingText.COMMON;
        }
    }

    List<Report> reports() {
        return telling.reports;
    }

    /// How the API server writes a path in it.
    String field(FieldPath path) {
        return naming.apply(path);
    }

    /// A text in the words of the rule that tells now.
    FindingText text(String key, Object... arguments) {
        return FindingText.of(telling.bundle, key, arguments);
    }

    /// Tells something; an error as the version of Kubernetes has it, which may not look at it yet.
    ///
    /// @param where what it is about
    /// @param field what the API server calls that
    Report tell(String rule, Severity severity, FieldPath where, String field, Issue.Place place, FindingText text) {
        Issue issue = new Issue(rule, severity, id, root, where, field, place, text, "", List.of());
        Severity told = severity == Severity.ERROR ? LateChecks.severity(this, rule, where) : severity;
        Report report = new Report(issue, told, telling.bundle);
        reports().add(report);
        return report;
    }
}
