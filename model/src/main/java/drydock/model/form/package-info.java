/// Which fields a form shows of an object, in which order and with which control; data, without a window.
/// Made from the API's schema and from what is written, so that a kind nobody knows has a form, too.
/// Used by the inspector; holds no rule of what is valid.
@NullMarked
package drydock.model.form;

import org.jspecify.annotations.NullMarked;
