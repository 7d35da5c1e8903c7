/// What is wrong with a design: rules, and the findings they make.
/// A finding names its rule, its object, its field and its place in the text.
/// Used by the command line and by the problems panel.
@NullMarked
package drydock.model.validation;

import org.jspecify.annotations.NullMarked;
