/// Projects, or parts of them, as texts for others: manifests, a kustomization, graphs in Mermaid and DOT.
/// Manifests are the project's own text with its comments; every name is made safe for where it is written.
/// Used by the window's export and by the command line.
@NullMarked
package drydock.model.export;

import org.jspecify.annotations.NullMarked;
