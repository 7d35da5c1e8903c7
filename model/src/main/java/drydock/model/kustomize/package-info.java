/// Which files of a project are manifests, and which are what a kustomization changes them with or a Helm chart makes
/// them of.
@NullMarked
package drydock.model.kustomize;

import org.jspecify.annotations.NullMarked;
