/// Tests of these rules, each by a manifest that breaks it.
@NullMarked
package drydock.model.validation.config;

import org.jspecify.annotations.NullMarked;
