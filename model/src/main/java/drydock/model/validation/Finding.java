package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.TextSpan;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing that is wrong, and where.
///
/// @param rule the rule's name, as `unknown-field`
/// @param object the object, if it has a name
/// @param path the field in the object; the root where no field is meant
/// @param field the same as the API server writes it, `spec.containers[0].resources.limits[cpu]`; in a few
/// places the   API server writes what is no path in the text
/// @param file the file's path in the project
/// @param document the document's place in the file, from 0; -1 for the file as a whole
/// @param span where it stands in the text
/// @param text what is said of it
/// @param words what the API server says behind the field's path (`Required value`); empty where it says
/// nothing
/// @param fixes ways to mend it, the likeliest first
public record Finding(
        String rule,
        Severity severity,
        Optional<ResourceId> object,
        FieldPath path,
        String field,
        String file,
        int document,
        TextSpan span,
        FindingText text,
        String words,
        List<Fix> fixes)
        implements Comparable<Finding> {

    /// What is wrong with a text as a whole, or with something in it that belongs to no object.
    public static Finding of(String rule, Severity severity, String file, TextSpan span, FindingText text) {
        return new Finding(rule, severity, Optional.empty(), FieldPath.ROOT, "", file, -1, span, text, "", List.of());
    }

    /// That a text cannot be read or understood.
    public static Finding of(String file, TextProblem problem) {
        return of(
                problem.rule(),
                severity(problem),
                file,
                problem.span(),
                FindingText.common(FindingText.TEXT_PROBLEM, problem.text()));
    }

    /// That there is nothing in a file is not as grave: among others `kubectl` passes over it.
    static Severity severity(TextProblem problem) {
        return problem.rule().equals(TextProblem.NOTHING) ? Severity.WARNING : Severity.ERROR;
    }

    /// The line, from 1.
    public int line() {
        return span.line();
    }

    /// The column in characters, from 1.
    public int column() {
        return span.column();
    }

    /// What is wrong, in one sentence.
    public String message(Locale locale) {
        return text.message(locale);
    }

    /// What to do about it, in one sentence.
    public String advice(Locale locale) {
        return text.advice(locale);
    }

    /// By file and place, then the graver first.
    @Override
    public int compareTo(Finding other) {
        int order = file.equals(other.file) ? 0 : file.compareTo(other.file);
        order = order != 0 ? order : Integer.compare(span.start(), other.span.start());
        order = order != 0 ? order : severity.compareTo(other.severity);
        order = order != 0 ? order : rule.compareTo(other.rule);
        return order != 0 ? order : field.compareTo(other.field);
    }
}
