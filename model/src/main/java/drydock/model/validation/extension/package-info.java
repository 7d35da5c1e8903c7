/// Rules of what extends the API itself: CustomResourceDefinitions, admission webhooks and API services. Each
/// rule names the function of the API server that it follows. Used by the registry of all rules.
@NullMarked
package drydock.model.validation.extension;

import org.jspecify.annotations.NullMarked;
