package drydock.app.problems;

import drydock.app.problems.ProblemRow.Switched;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which problems are wanted.
///
/// @param text what a problem has to say somewhere, each word of it; empty for all
/// @param severities how grave it may be
/// @param objects whose problems; empty for everybody's
/// @param locale the language in which problems are read
record ProblemFilter(String text, Set<Severity> severities, Optional<Set<ResourceId>> objects, Locale locale) {

    boolean wants(Finding finding) {
        return severities.contains(finding.severity())
                && objects.filter(wanted ->
                                finding.object().filter(wanted::contains).isEmpty())
                        .isEmpty()
                && says(finding);
    }

    /// Whether a rule that is switched off is wanted.
    boolean wants(Switched switched) {
        boolean isOfThese = objects.isEmpty()
                || switched.object().filter(objects.orElseThrow()::contains).isPresent();
        String object = switched.object().map(id -> id.kind() + " " + id.name()).orElse("");
        return isOfThese && (text.isBlank() || says(switched.rule() + "\n" + object));
    }

    private boolean says(Finding finding) {
        if (text.isBlank()) {
            return true;
        }
        String object = finding.object().map(id -> id.kind() + " " + id.name()).orElse("");
        return says(String.join(
                "\n",
                finding.message(locale),
                object,
                finding.rule(),
                finding.field(),
                finding.file() + ":" + finding.line()));
    }

    private boolean says(String all) {
        String lower = all.toLowerCase(locale);
        return Stream.of(text.strip().toLowerCase(locale).split("\\s+")).allMatch(lower::contains);
    }
}
