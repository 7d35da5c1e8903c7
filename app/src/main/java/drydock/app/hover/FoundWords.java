package drydock.app.hover;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was found about an object, and about all that is drawn as one with it: errors and warnings, the graver first.
final class FoundWords {

    private static final int MOST = 5;

    private final Messages messages = Messages.of(FoundWords.class);
    private final Workspace workspace;

    FoundWords(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A line for each; blank if there are none.
    String of(ResourceId object) {
        boolean isCollapsed = object.kind().equals("Namespace")
                && workspace.document().project().diagram().collapsed().contains(object);
        List<Finding> found = workspace.findingsProperty().get().stream()
                .filter(finding -> finding.severity() != Severity.ADVICE)
                .filter(finding -> finding.object()
                        .filter(id -> id.equals(object)
                                || (isCollapsed && id.namespace().equals(object.name())))
                        .isPresent())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        String lines = found.stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"));
        return found.size() <= MOST ? lines : lines + "\n" + messages.get("hover.more", found.size() - MOST);
    }

    private String line(Finding finding) {
        return messages.get("hover." + finding.severity(), finding.message(Locale.getDefault()));
    }
}
