/// Tests of these rules, each by a design that breaks it and its nearest neighbour that does not.
@NullMarked
package drydock.model.validation.project;

import org.jspecify.annotations.NullMarked;
