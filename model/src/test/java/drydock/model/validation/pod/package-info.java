/// Tests of the rules for Pods and their templates.
@NullMarked
package drydock.model.validation.pod;

import org.jspecify.annotations.NullMarked;
