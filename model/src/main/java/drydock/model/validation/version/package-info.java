/// Rules: what came to Kubernetes after the version that a manifest is meant for.
/// The tables name a kind, a field or a value, and the release from which on it works unless somebody switches it off.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.version;

import org.jspecify.annotations.NullMarked;
