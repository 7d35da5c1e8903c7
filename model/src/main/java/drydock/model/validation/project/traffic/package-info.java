/// Rules: where traffic goes between the objects of a project: Services, Ingresses, policies.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.project.traffic;

import org.jspecify.annotations.NullMarked;
