/// Tests of these rules, each by a manifest that breaks it.
@NullMarked
package drydock.model.validation.extension;

import org.jspecify.annotations.NullMarked;
