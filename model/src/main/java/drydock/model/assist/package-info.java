/// Help with typing manifests: what may come next, what a field means, and where a name leads.
/// Works on any text, also on one that cannot be read at the moment, and knows the API's schema and the project.
/// Used by the editor; uses `manifest`, `project`, `resource`, `topology` and `validation`.
@NullMarked
package drydock.model.assist;

import org.jspecify.annotations.NullMarked;
